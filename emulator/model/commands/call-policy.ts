import type { Command } from "../types.ts";

/** Rules about who may call and who may come in. The product has pages for them; no source shows commands. */
export const callPolicyCommands = [
  {
    name: "CallPolicyRuleAdd",
    description: "Adds a rule to the end of the local Call Policy.",
    parameters: [
      {
        name: "SourcePattern",
        required: true,
        values: { kind: "text", min: 1, max: 127 },
        description: "Regular expression for the alias of the caller.",
      },
      {
        name: "DestinationPattern",
        required: true,
        values: { kind: "text", min: 1, max: 127 },
        description: "Regular expression for the alias that is called.",
      },
      {
        name: "Action",
        required: false,
        values: { kind: "oneOf", values: ["Allow", "Reject"] },
        default: "Allow",
        description: "What becomes of such a call.",
      },
    ],
    assumed: true,
  },
  {
    name: "CallPolicyRuleDelete",
    description: "Deletes a rule of the local Call Policy.",
    parameters: [
      {
        name: "CallPolicyRuleId",
        required: true,
        values: { kind: "integer", min: 1, max: 1000 },
        description: "Index of a rule of the local Call Policy.",
      },
    ],
    assumed: true,
  },
  {
    name: "DefaultZoneAccessRuleAdd",
    description: "Adds a rule about who may come in by the Default Zone.",
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
        values: { kind: "text", min: 1, max: 127 },
        description: "What the names in the certificate are compared with.",
      },
      {
        name: "PatternType",
        required: false,
        values: { kind: "oneOf", values: ["Exact", "Prefix", "Suffix", "Regex"] },
        default: "Prefix",
        description: "How they are compared.",
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
        description: "What becomes of the connection.",
      },
    ],
    assumed: true,
  },
  {
    name: "DefaultZoneAccessRuleDelete",
    description: "Deletes a Default Zone access rule.",
    parameters: [
      {
        name: "DefaultZoneAccessRuleId",
        required: true,
        values: { kind: "integer", min: 1, max: 10000 },
        description: "Index of a Default Zone access rule.",
      },
    ],
    assumed: true,
  },
] as const satisfies readonly Command[];
