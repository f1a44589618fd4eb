import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * The LAN interfaces.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const ethernetItems = [
  {
    path: "Ethernet [1..2] IP V4 Address",
    values: { kind: "text", min: 7, max: 15, format: "ipv4Address" },
    default: "192.168.0.100",
    scope: "peer",
    description: "IPv4 address of the LAN interface.",
    effect: "LAN 1 is where the peer listens after the next restart; 0.0.0.0: alarm 25003 where IP protocol is Both",
    label: "IPv4 address",
    restartAlarm: 25010,
  },
  {
    path: "Ethernet [1..2] IP V4 StaticNAT Address",
    values: { kind: "text", min: 0, max: 15, format: "ipv4Address" },
    default: "",
    scope: "peer",
    description: "Public address that stands for the LAN interface behind a static NAT.",
    label: "IPv4 static NAT address",
    restartAlarm: 25010,
  },
  {
    path: "Ethernet [1..2] IP V4 StaticNAT Mode",
    values: onOff,
    default: "Off",
    scope: "peer",
    description: "Whether the LAN interface is behind a static NAT.",
    effect: "On for LAN 1 stops replication (20015)",
    label: "IPv4 static NAT mode",
    restartAlarm: 25010,
  },
  {
    path: "Ethernet [1..2] IP V4 SubnetMask",
    values: { kind: "text", min: 7, max: 15, format: "ipv4Address" },
    default: "255.255.255.0",
    scope: "peer",
    description: "IPv4 subnet mask of the LAN interface.",
    shownAs: "shown in the status of the interface",
    label: "IPv4 subnet mask",
    restartAlarm: 25010,
  },
  {
    path: "Ethernet [1..2] IP V6 Address",
    values: { kind: "text", min: 0, max: 39, format: "ipAddress" },
    default: "",
    scope: "peer",
    description: "IPv6 address of the LAN interface; the prefix is 64 bits.",
    effect: "blank: alarm 25014 where IP protocol is Both",
    label: "IPv6 address",
    restartAlarm: 25010,
  },
  {
    path: "Ethernet [1..2] Speed",
    values: { kind: "oneOf", values: ["Auto", "10half", "10full", "100half", "100full", "1000full"] },
    default: "Auto",
    scope: "peer",
    description: "Speed and duplex mode of the LAN interface; Auto leaves it to negotiation.",
    shownAs: "LAN 1 of an appliance shows it as its speed",
    label: "Speed",
    restartAlarm: 25009,
  },
] as const satisfies readonly ConfigurationItem[];
