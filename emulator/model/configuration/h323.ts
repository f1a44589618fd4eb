import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * H.323 protocol settings.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const h323Items = [
  {
    path: "H323 Gatekeeper AutoDiscovery Mode",
    values: onOff,
    default: "On",
    scope: "cluster",
    description: "Whether multicast requests for a gatekeeper are answered.",
    label: "Auto discover",
  },
  {
    path: "H323 Gatekeeper CallSignaling PortRange End",
    values: { kind: "integer", min: 1024, max: 65534 },
    default: "19999",
    scope: "cluster",
    description: "Last port of call signaling after the first message.",
    label: "Call signaling port range end",
    restartAlarm: 25008,
  },
  {
    path: "H323 Gatekeeper CallSignaling PortRange Start",
    values: { kind: "integer", min: 1024, max: 65534 },
    default: "15000",
    scope: "cluster",
    description: "First port of call signaling after the first message.",
    label: "Call signaling port range start",
    restartAlarm: 25008,
  },
  {
    path: "H323 Gatekeeper CallSignaling TCP Port",
    values: { kind: "integer", min: 1024, max: 65534 },
    default: "1720",
    scope: "cluster",
    description: "Port that H.323 calls come in on.",
    label: "Call signaling TCP port",
    restartAlarm: 25008,
  },
  {
    path: "H323 Gatekeeper CallTimeToLive",
    values: { kind: "integer", min: 60, max: 65534 },
    default: "120",
    scope: "cluster",
    description: "How often an endpoint in a call is asked whether it is still there.",
    label: "Call time to live",
    unit: "seconds",
  },
  {
    path: "H323 Gatekeeper Registration ConflictMode",
    values: { kind: "oneOf", values: ["Reject", "Overwrite"] },
    default: "Reject",
    scope: "cluster",
    description: "What happens when an alias is registered again from another address.",
    label: "Registration conflict mode",
  },
  {
    path: "H323 Gatekeeper Registration UDP Port",
    values: { kind: "integer", min: 1024, max: 65534 },
    default: "1719",
    scope: "cluster",
    description: "Port of H.323 registrations and of location requests.",
    label: "Registration UDP port",
    restartAlarm: 25008,
  },
  {
    path: "H323 Gatekeeper TimeToLive",
    values: { kind: "integer", min: 60, max: 65534 },
    default: "1800",
    scope: "cluster",
    description: "How often an H.323 endpoint has to register again.",
    label: "Time to live",
    unit: "seconds",
  },
  {
    path: "H323 Gateway CallerId",
    values: { kind: "oneOf", values: ["IncludePrefix", "ExcludePrefix"] },
    default: "ExcludePrefix",
    scope: "cluster",
    description: "Whether the caller ID shown to endpoints contains the gateway's prefix.",
    label: "Caller ID",
  },
  {
    path: "H323 Mode",
    values: onOff,
    default: "On",
    scope: "cluster",
    description: "Whether this box is an H.323 gatekeeper; peers of a cluster need it on.",
    effect: "Off stops replication (20018)",
    label: "H.323 mode",
  },
] as const satisfies readonly ConfigurationItem[];
