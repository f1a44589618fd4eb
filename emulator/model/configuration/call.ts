import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * Call routing.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const callItems = [
  {
    path: "Call Loop Detection Mode",
    values: onOff,
    default: "On",
    scope: "cluster",
    description: "Whether a search that comes back to this box is dropped.",
    label: "Call loop detection mode",
  },
  {
    path: "Call Routed Mode",
    values: { kind: "oneOf", values: ["Always", "Optimal"] },
    default: "Always",
    scope: "cluster",
    description: "Whether this box always stays in the signaling path of a call or leaves it where it can.",
    label: "Call signaling optimization",
  },
  {
    path: "Call Services CallsToUnknownIPAddresses",
    values: { kind: "oneOf", values: ["Off", "Direct", "Indirect"] },
    default: "Indirect",
    scope: "cluster",
    description: "How calls to an IP address of no known device are routed.",
    label: "Calls to unknown IP addresses",
  },
  {
    path: "Call Services Fallback Alias",
    values: { kind: "text", min: 0, max: 60 },
    default: "",
    scope: "cluster",
    description: "Alias that is called when a call names none.",
    label: "Fallback alias",
  },
] as const satisfies readonly ConfigurationItem[];
