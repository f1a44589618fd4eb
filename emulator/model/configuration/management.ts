import type { ConfigurationItem } from "../types.ts";

/**
 * Limits of administrator sessions.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const managementItems = [
  {
    path: "Management Session InactivityTimeout",
    values: { kind: "integer", min: 0, max: 65535 },
    default: "30",
    scope: "cluster",
    description: "How long a session may be idle before it ends; 0 never ends it.",
    effect: "ends idle sessions",
    label: "Session time out",
    unit: "minutes",
  },
  {
    path: "Management Session MaxConcurrentSessionsTotal",
    values: { kind: "integer", min: 0, max: 65535 },
    default: "0",
    scope: "cluster",
    description: "How many administrators may be logged in at once; 0 sets no limit.",
    effect: "sessions of all accounts together beyond it are refused",
    label: "System session limit",
  },
  {
    path: "Management Session MaxConcurrentSessionsUser",
    values: { kind: "integer", min: 0, max: 65535 },
    default: "0",
    scope: "cluster",
    description: "How often one account may be logged in at once; 0 sets no limit.",
    effect: "sessions beyond it are refused, of pages and over SSH",
    label: "Per-account session limit",
  },
] as const satisfies readonly ConfigurationItem[];
