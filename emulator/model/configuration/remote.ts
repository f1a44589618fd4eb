import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * Remote syslog servers.
 * Paths, ranges, defaults: X14 command reference, with the values of an X7.2.1 box (TechNote 118675) where they differ.
 */
export const remoteItems = [
  {
    path: "Remote Syslog [1..4] Address",
    values: { kind: "text", min: 0, max: 128, format: "hostOrAddress" },
    default: "",
    scope: "peer",
    description: "Address or name of a remote syslog server.",
    effect: "who is sent each line of the Event Log and the Configuration Log",
    label: "Remote syslog server <n>",
    assumed: true,
  },
  {
    path: "Remote Syslog [1..4] Crlcheck",
    values: onOff,
    default: "Off",
    scope: "peer",
    description: "Whether revocation lists are consulted for the syslog server's certificate.",
    effect:
      "On: over TLS nothing is sent to a server whose certificate a revocation list names, or of an issuer without a list",
    label: "CRL check",
    assumed: true,
  },
  {
    path: "Remote Syslog [1..4] Format",
    values: { kind: "oneOf", values: ["bsd", "ietf"] },
    default: "bsd",
    scope: "peer",
    description: "Format of messages to the syslog server.",
    effect: "format of the lines, for the mode user_defined",
    label: "Message format",
    assumed: true,
  },
  {
    path: "Remote Syslog [1..4] Loglevel",
    values: {
      kind: "oneOf",
      values: ["emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug"],
    },
    default: "informational",
    scope: "peer",
    description: "Least severe messages that are sent to the syslog server.",
    effect: "less severe lines are not sent",
    label: "Logging severity",
    assumed: true,
  },
  {
    path: "Remote Syslog [1..4] Mode",
    values: { kind: "oneOf", values: ["bsd", "ietf", "ietf_secure", "user_defined"] },
    default: "bsd",
    scope: "peer",
    description: "Protocol towards the syslog server.",
    effect: "format and transport of the lines",
    label: "Mode",
    assumed: true,
  },
  {
    path: "Remote Syslog [1..4] Port",
    values: { kind: "integer", min: 1, max: 65535 },
    default: "514",
    scope: "peer",
    description: "Port of the syslog server.",
    effect: "the port that the lines are sent to",
    label: "Port",
    assumed: true,
  },
  {
    path: "Remote Syslog [1..4] Transport",
    values: { kind: "oneOf", values: ["udp", "tcp", "tls"] },
    default: "udp",
    scope: "peer",
    description: "Transport of messages to the syslog server.",
    effect: "transport of the lines, for the mode user_defined",
    label: "Transport",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];
