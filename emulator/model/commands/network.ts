import type { Command } from "../types.ts";

/** Network settings and network tools. Names and arguments: X14 command reference, older VCS guides. */
export const networkCommands = [
  {
    name: "DNSLookup",
    description: "Looks a name up with the DNS servers of this peer.",
    parameters: [
      {
        name: "Hostname",
        required: false,
        values: { kind: "text", min: 0, max: 128 },
        description: "Name or address to look up.",
      },
      {
        name: "RecordType",
        required: false,
        values: { kind: "oneOf", values: ["all", "a", "aaaa", "srv", "naptr"] },
        description: "Kind of records to ask for.",
      },
    ],
    assumed: true,
  },
  {
    name: "DNSPerDomainServerAdd",
    description: "Adds a DNS server for certain domains.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Address of the server.",
      },
      {
        name: "Domain1",
        required: true,
        values: { kind: "text", min: 0, max: 39 },
        description: "First domain.",
      },
      {
        name: "Domain2",
        required: true,
        values: { kind: "text", min: 0, max: 39 },
        description: "Second domain.",
      },
      {
        name: "Index",
        required: false,
        values: { kind: "integer", min: 0, max: 5 },
        description: "Place of the server; 0 takes the next free one.",
      },
    ],
    assumed: true,
  },
  {
    name: "DNSPerDomainServerDelete",
    description: "Deletes a DNS server for certain domains.",
    parameters: [
      {
        name: "Address",
        required: false,
        values: { kind: "text", min: 0, max: 128 },
        description: "Address of the server.",
      },
    ],
    assumed: true,
  },
  {
    name: "DNSServerAdd",
    description: "Adds a default DNS server.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Address of the server.",
      },
      {
        name: "Index",
        required: false,
        values: { kind: "integer", min: 0, max: 5 },
        description: "Place of the server; 0 takes the next free one.",
      },
    ],
    assumed: true,
  },
  {
    name: "DNSServerDelete",
    description: "Deletes a default DNS server.",
    parameters: [
      {
        name: "Address",
        required: false,
        values: { kind: "text", min: 0, max: 128 },
        description: "Address of the server.",
      },
    ],
    assumed: true,
  },
  {
    name: "Networkinterface",
    description: "Controls the second LAN interface.",
    parameters: [
      {
        name: "DualInterfaces",
        required: true,
        values: { kind: "oneOf", values: ["enable", "disable", "status"] },
        description: "Enable or disable the second interface, or show its state.",
      },
      {
        name: "DedicatedManagementInterface",
        required: false,
        values: { kind: "oneOf", values: ["enable", "disable", "status"] },
        description: "Enable or disable a management interface, or show its state.",
      },
    ],
  },
  {
    name: "NTPServerAdd",
    description: "Adds a time server.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Address or name of the server.",
      },
    ],
    assumed: true,
  },
  {
    name: "NTPServerDelete",
    description: "Deletes a time server.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Address or name of the server.",
      },
    ],
    assumed: true,
  },
  {
    name: "Ping",
    description: "Sends echo requests to a host.",
    parameters: [
      {
        name: "Hostname",
        required: false,
        values: { kind: "text", min: 0, max: 128, format: "hostOrAddress" },
        description: "Name or address of the host.",
      },
    ],
    assumed: true,
  },
  {
    name: "RemoteSyslogAdd",
    description: "Adds a remote syslog server.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Address or name of the server.",
      },
      {
        name: "Crlcheck",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        description: "Whether revocation lists are consulted for the server's certificate.",
      },
      {
        name: "Format",
        required: false,
        values: { kind: "oneOf", values: ["bsd", "ietf"] },
        description: "Format of messages.",
      },
      {
        name: "Loglevel",
        required: false,
        values: {
          kind: "oneOf",
          values: ["emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug"],
        },
        default: "informational",
        description: "Least severe messages that are sent.",
      },
      {
        name: "Mode",
        required: false,
        values: { kind: "oneOf", values: ["bsd", "ietf", "ietf_secure", "user_defined"] },
        default: "bsd",
        description: "Protocol towards the server.",
      },
      {
        name: "Port",
        required: false,
        values: { kind: "integer", min: 1, max: 65535 },
        description: "Port of the server.",
      },
      {
        name: "Transport",
        required: false,
        values: { kind: "oneOf", values: ["udp", "tcp", "tls"] },
        default: "udp",
        description: "Transport of messages.",
      },
    ],
    assumed: true,
  },
  {
    name: "RemoteSyslogDelete",
    description: "Deletes the remote syslog server that all three values fit.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Address or name of the server.",
      },
      {
        name: "Port",
        required: true,
        values: { kind: "integer", min: 1, max: 65535 },
        description: "Port of the server.",
      },
      {
        name: "Transport",
        required: true,
        values: { kind: "oneOf", values: ["udp", "tcp", "tls"] },
        description: "Transport of messages.",
      },
    ],
    assumed: true,
  },
  {
    name: "RouteAdd",
    description: "Adds a static route on this peer.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 39 },
        description: "Destination.",
      },
      {
        name: "PrefixLength",
        required: true,
        values: { kind: "integer", min: 1, max: 128 },
        default: "32",
        description: "Length of the destination's prefix.",
      },
      {
        name: "Gateway",
        required: true,
        values: { kind: "text", min: 1, max: 39 },
        description: "Next hop.",
      },
      {
        name: "Interface",
        required: false,
        values: { kind: "oneOf", values: ["Auto", "LAN1", "LAN2"] },
        default: "Auto",
        description: "LAN interface of the route.",
      },
    ],
  },
  {
    name: "RouteDelete",
    description: "Deletes a static route.",
    parameters: [
      {
        name: "RouteId",
        required: true,
        values: { kind: "integer", min: 1, max: 50 },
        description: "Index of the static route.",
      },
    ],
  },
  {
    name: "Tracepath",
    description: "Shows the path to a host.",
    parameters: [
      {
        name: "Hostname",
        required: false,
        values: { kind: "text", min: 0, max: 128, format: "hostOrAddress" },
        description: "Name or address of the host.",
      },
    ],
    assumed: true,
  },
  {
    name: "Traceroute",
    description: "Shows the routers on the way to a host.",
    parameters: [
      {
        name: "Hostname",
        required: false,
        values: { kind: "text", min: 0, max: 128, format: "hostOrAddress" },
        description: "Name or address of the host.",
      },
    ],
    assumed: true,
  },
] as const satisfies readonly Command[];
