import type { ConfigurationItem } from "../types.ts";

/**
 * Time servers.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const ntpItems = [
  {
    path: "NTP Server [1..5] Address",
    values: { kind: "text", min: 0, max: 128, format: "hostOrAddress" },
    default: "",
    scope: "peer",
    description: "Address or name of a time server.",
    effect: "the peer's NTP client; 20010, 25002, 25021, 35002",
    label: "NTP server <n>",
  },
] as const satisfies readonly ConfigurationItem[];
