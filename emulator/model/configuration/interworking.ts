import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * Interworking between H.323 and SIP.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const interworkingItems = [
  {
    path: "Interworking BFCP Compatibility Mode",
    values: { kind: "oneOf", values: ["Auto", "TAA", "Draft"] },
    default: "Auto",
    scope: "cluster",
    description: "Dialect of BFCP in interworked calls.",
  },
  {
    path: "Interworking Encryption Mode",
    values: { kind: "oneOf", values: ["Auto", "Off"] },
    default: "Auto",
    scope: "cluster",
    description: "Whether interworked calls may be encrypted.",
  },
  {
    path: "Interworking Encryption Replay Protection Mode",
    values: onOff,
    default: "Off",
    scope: "cluster",
    description: "Whether repeated media packets of interworked calls are dropped.",
  },
  {
    path: "Interworking Mode",
    values: { kind: "oneOf", values: ["On", "Off", "RegisteredOnly"] },
    default: "RegisteredOnly",
    scope: "cluster",
    description: "Which calls are converted between H.323 and SIP.",
    label: "H.323 <-> SIP interworking mode",
  },
  {
    path: "Interworking Require Invite Header Mode",
    values: onOff,
    default: "On",
    scope: "cluster",
    description: "Whether interworked invitations carry a Require header.",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];
