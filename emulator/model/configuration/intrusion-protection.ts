import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * Automated protection.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const intrusionProtectionItems = [
  {
    path: "IntrusionProtection Service Mode",
    values: onOff,
    default: "Off",
    scope: "peer",
    description: "Whether addresses that keep failing to log in are blocked for a time.",
    label: "Automated protection service",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];
