import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * The peer itself.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const systemUnitItems = [
  {
    path: "SystemUnit Name",
    values: { kind: "text", min: 0, max: 50 },
    default: "",
    scope: "peer",
    description: "Name of this peer on its pages and towards the management server.",
    effect: "shown on pages and in the footer",
    label: "System name",
  },
  {
    path: "SystemUnit Maintenance Mode",
    values: onOff,
    default: "Off",
    scope: "peer",
    description: "While on, new calls and registrations are refused; a restart switches it off.",
    effect: "alarm 15015; off after a restart",
    label: "Maintenance mode",
  },
] as const satisfies readonly ConfigurationItem[];
