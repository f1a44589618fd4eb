import type { ConfigurationItem } from "../types.ts";

/**
 * Configuration of remote devices.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const edgeConfigServerItems = [
  {
    path: "EdgeConfigServer CredentialTtl",
    values: { kind: "integer", min: 0, max: 604800 },
    default: "28800",
    scope: "cluster",
    description: "How long checked credentials of remote devices are kept.",
    label: "Credentials refresh interval",
    unit: "seconds",
    assumed: true,
  },
  {
    path: "EdgeConfigServer PurgeInterval",
    values: { kind: "integer", min: 0, max: 604800 },
    default: "43200",
    scope: "cluster",
    description: "How often credentials that are too old are removed.",
    label: "Credentials cleanup interval",
    unit: "seconds",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];
