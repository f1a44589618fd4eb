import type { Command } from "../types.ts";

/** Calls and searches. Names and arguments: X14 command reference, older VCS guides. */
export const callsCommands = [
  {
    name: "DisconnectCall",
    description: "Ends a call, given by its index or its serial number.",
    parameters: [
      {
        name: "Call",
        required: false,
        values: { kind: "integer", min: 1, max: 1000 },
        description: "Index of the call.",
      },
      {
        name: "CallSerialNumber",
        required: false,
        values: { kind: "text", min: 1, max: 255 },
        description: "Serial number of the call.",
      },
    ],
  },
  {
    name: "Locate",
    description: "Searches for an alias without calling it; the outcome is reported as feedback on Event/Locate.",
    parameters: [
      {
        name: "Alias",
        required: true,
        values: { kind: "text", min: 1, max: 60 },
        description: "Alias to look for.",
      },
      {
        name: "HopCount",
        required: true,
        values: { kind: "integer", min: 0, max: 255 },
        description: "How many systems the search may pass.",
      },
      {
        name: "Protocol",
        required: true,
        values: { kind: "oneOf", values: ["H323", "SIP"] },
        description: "Protocol of the search.",
      },
      {
        name: "SourceZone",
        required: false,
        values: { kind: "text", min: 1, max: 50 },
        description: "Zone that the search seems to come from.",
      },
      {
        name: "Authenticated",
        required: false,
        values: { kind: "oneOf", values: ["Yes", "No"] },
        description: "Whether the search counts as authenticated.",
      },
      {
        name: "SourceAlias",
        required: false,
        values: { kind: "text", min: 0, max: 60 },
        default: "xcom-locate",
        description: "Alias that the search seems to come from.",
      },
    ],
  },
] as const satisfies readonly Command[];
