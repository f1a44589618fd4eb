import type { Command } from "../types.ts";

/** The lists of the B2BUA. The product has pages for them; no source shows commands. */
export const b2buaCommands = [
  {
    name: "B2BUATrustedHostAdd",
    description: "Adds a system that the B2BUA takes messages from.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 1, max: 50 },
        description: "Name of the system.",
      },
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 39, format: "ipAddress" },
        description: "IP address of the system.",
      },
      {
        name: "Type",
        required: false,
        values: { kind: "oneOf", values: ["LyncDevice", "Transcoder"] },
        default: "LyncDevice",
        description: "What the system is.",
      },
    ],
    assumed: true,
  },
  {
    name: "B2BUATrustedHostDelete",
    description: "Deletes a trusted host of the B2BUA.",
    parameters: [
      {
        name: "TrustedHostId",
        required: true,
        values: { kind: "integer", min: 1, max: 25 },
        description: "Index of a trusted host of the B2BUA.",
      },
    ],
    assumed: true,
  },
  {
    name: "B2BUATranscoderAdd",
    description: "Adds a transcoder for Lync calls.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 39, format: "ipAddress" },
        description: "IP address of the transcoder.",
      },
      {
        name: "Port",
        required: false,
        values: { kind: "integer", min: 1024, max: 65534 },
        default: "5061",
        description: "Port of the transcoder.",
      },
    ],
    assumed: true,
  },
  {
    name: "B2BUATranscoderDelete",
    description: "Deletes a transcoder of the B2BUA.",
    parameters: [
      {
        name: "TranscoderId",
        required: true,
        values: { kind: "integer", min: 1, max: 25 },
        description: "Index of a transcoder of the B2BUA.",
      },
    ],
    assumed: true,
  },
  {
    name: "B2BUATranscoderPolicyRuleAdd",
    description: "Adds a rule about which calls go through a transcoder.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 1, max: 50 },
        description: "Name of the rule.",
      },
      {
        name: "PatternString",
        required: true,
        values: { kind: "text", min: 1, max: 60 },
        description: "What the alias is compared with.",
      },
      {
        name: "PatternType",
        required: false,
        values: { kind: "oneOf", values: ["Exact", "Prefix", "Suffix", "Regex"] },
        default: "Prefix",
        description: "How it is compared.",
      },
      {
        name: "Priority",
        required: false,
        values: { kind: "integer", min: 1, max: 65534 },
        default: "100",
        description: "Rules are tried from the lowest number on.",
      },
      {
        name: "Action",
        required: false,
        values: { kind: "oneOf", values: ["Allow", "Deny"] },
        default: "Allow",
        description: "Whether the call may go through a transcoder.",
      },
    ],
    assumed: true,
  },
  {
    name: "B2BUATranscoderPolicyRuleDelete",
    description: "Deletes a transcoder policy rule.",
    parameters: [
      {
        name: "TranscoderPolicyRuleId",
        required: true,
        values: { kind: "integer", min: 1, max: 100 },
        description: "Index of a transcoder policy rule.",
      },
    ],
    assumed: true,
  },
  {
    name: "B2BUATURNServerAdd",
    description: "Adds a TURN server that Lync calls are offered.",
    parameters: [
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 39, format: "ipAddress" },
        description: "IP address of the server.",
      },
      {
        name: "Port",
        required: false,
        values: { kind: "integer", min: 1024, max: 65534 },
        default: "3478",
        description: "Port of the server.",
      },
    ],
    assumed: true,
  },
  {
    name: "B2BUATURNServerDelete",
    description: "Deletes a TURN server of the B2BUA.",
    parameters: [
      {
        name: "TURNServerId",
        required: true,
        values: { kind: "integer", min: 1, max: 10 },
        description: "Index of a TURN server of the B2BUA.",
      },
    ],
    assumed: true,
  },
] as const satisfies readonly Command[];
