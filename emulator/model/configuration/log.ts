import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * The Event Log and system metrics.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const logItems = [
  {
    path: "Log Level",
    values: { kind: "integer", min: 1, max: 4 },
    default: "1",
    scope: "peer",
    description: "How much goes into the Event Log; 4 is most.",
    effect: "events of a higher level are not written to the Event Log",
    label: "Local event log verbosity",
  },
  {
    path: "Log SystemMetrics Interval",
    values: { kind: "integer", min: 30, max: 600 },
    default: "60",
    scope: "peer",
    description: "How often system metrics are collected.",
    unit: "seconds",
    assumed: true,
  },
  {
    path: "Log SystemMetrics Mode",
    values: onOff,
    default: "Off",
    scope: "peer",
    description: "Whether system metrics are sent to a server.",
    assumed: true,
  },
  {
    path: "Log SystemMetrics Network Address",
    values: { kind: "text", min: 0, max: 1024, format: "hostOrAddress" },
    default: "",
    scope: "peer",
    description: "Address of the server for system metrics.",
    assumed: true,
  },
  {
    path: "Log SystemMetrics Network Port",
    values: { kind: "integer", min: 1, max: 65535 },
    default: "25826",
    scope: "peer",
    description: "Port of the server for system metrics.",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];
