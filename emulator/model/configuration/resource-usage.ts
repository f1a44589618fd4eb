import type { ConfigurationItem } from "../types.ts";

/**
 * Capacity warnings.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const resourceUsageItems = [
  {
    path: "ResourceUsage Warning Activation Level",
    values: { kind: "integer", min: 0, max: 100 },
    default: "90",
    scope: "cluster",
    description: "Share of the capacity at which a capacity alarm is raised; 0 raises none.",
    effect: "the share at which capacity alarms rise",
    unit: "%",
  },
] as const satisfies readonly ConfigurationItem[];
