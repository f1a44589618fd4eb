import type { ConfigurationItem } from "../types.ts";

/**
 * The time zone.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const timeZoneItems = [
  {
    path: "TimeZone Name",
    values: { kind: "text", min: 0, max: 64 },
    default: "GMT",
    scope: "peer",
    description: "Time zone of local times, an Olson name.",
    effect: "local time on pages and in status",
    label: "Time zone",
  },
] as const satisfies readonly ConfigurationItem[];
