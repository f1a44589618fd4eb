import type { Command } from "../types.ts";

/** Transforms, search rules and policy services. Names and arguments: X14 command reference, older VCS guides. */
export const routingCommands = [
  {
    name: "CheckPattern",
    description: "Shows what a transform or search rule would make of an alias.",
    parameters: [
      {
        name: "Target",
        required: true,
        values: { kind: "text", min: 1, max: 60 },
        description: "Alias to try.",
      },
      {
        name: "Pattern",
        required: true,
        values: { kind: "text", min: 1, max: 60 },
        description: "Pattern to compare it with.",
      },
      {
        name: "Type",
        required: true,
        values: { kind: "oneOf", values: ["Exact", "Prefix", "Suffix", "Regex"] },
        description: "How the pattern is compared.",
      },
      {
        name: "Behavior",
        required: true,
        values: { kind: "oneOf", values: ["Strip", "Leave", "Replace", "AddPrefix", "AddSuffix"] },
        description: "What happens to the matched part.",
      },
      {
        name: "Replace",
        required: false,
        values: { kind: "text", min: 0, max: 60 },
        description: "Text put in.",
      },
    ],
  },
  {
    name: "PolicyServiceAdd",
    description: "Adds a policy service.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 0, max: 50 },
        description: "Name of the policy service.",
      },
      {
        name: "Description",
        required: false,
        values: { kind: "text", min: 0, max: 64 },
        description: "Remark about the policy service.",
      },
      {
        name: "Protocol",
        required: false,
        values: { kind: "oneOf", values: ["HTTP", "HTTPS"] },
        default: "HTTPS",
        description: "Protocol of the connection.",
      },
      {
        name: "Verify",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "On",
        description: "Whether the server's certificate is checked.",
      },
      {
        name: "CRLCheck",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "Off",
        description: "Whether revocation lists are consulted for the server's certificate.",
      },
      {
        name: "Address",
        required: false,
        values: { kind: "text", min: 0, max: 128 },
        description: "Address or name of the server.",
      },
      {
        name: "Path",
        required: false,
        values: { kind: "text", min: 0, max: 255 },
        description: "Path of the service.",
      },
      {
        name: "StatusPath",
        required: false,
        values: { kind: "text", min: 0, max: 255 },
        default: "status",
        description: "Path that tells the state of the service.",
      },
      {
        name: "UserName",
        required: false,
        values: { kind: "text", min: 0, max: 30 },
        description: "User name towards the service.",
      },
      {
        name: "Password",
        required: false,
        values: { kind: "secret", min: 0, max: 82 },
        description: "Password towards the service.",
      },
      {
        name: "DefaultCPL",
        required: false,
        values: { kind: "text", min: 0, max: 255 },
        default: "<reject status='403' reason='Service Unavailable'/>",
        description: "Answer taken when the service cannot be reached.",
      },
    ],
  },
  {
    name: "PolicyServiceDelete",
    description: "Deletes a policy service.",
    parameters: [
      {
        name: "PolicyServiceId",
        required: true,
        values: { kind: "integer", min: 1, max: 20 },
        description: "Index of the policy service.",
      },
    ],
  },
  {
    name: "SearchRuleAdd",
    description: "Adds a search rule.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 0, max: 50 },
        description: "Name of the rule.",
      },
      {
        name: "ZoneName",
        required: false,
        values: { kind: "text", min: 0, max: 50 },
        description: "Zone or policy service that the rule asks.",
      },
      {
        name: "Description",
        required: false,
        values: { kind: "text", min: 0, max: 64 },
        description: "Remark about the rule.",
      },
    ],
  },
  {
    name: "SearchRuleDelete",
    description: "Deletes a search rule.",
    parameters: [
      {
        name: "SearchRuleId",
        required: true,
        values: { kind: "integer", min: 1, max: 2000 },
        description: "Index of the search rule.",
      },
    ],
  },
  {
    name: "TransformAdd",
    description: "Adds a transform.",
    parameters: [
      {
        name: "Pattern",
        required: true,
        values: { kind: "text", min: 1, max: 60 },
        description: "Alias, or part of one, that the transform applies to.",
      },
      {
        name: "Type",
        required: false,
        values: { kind: "oneOf", values: ["Exact", "Prefix", "Suffix", "Regex"] },
        default: "Prefix",
        description: "How the pattern is compared.",
      },
      {
        name: "Behavior",
        required: false,
        values: { kind: "oneOf", values: ["Strip", "Replace", "AddPrefix", "AddSuffix"] },
        default: "Strip",
        description: "What happens to the matched part.",
      },
      {
        name: "Replace",
        required: false,
        values: { kind: "text", min: 0, max: 60 },
        description: "Text put in.",
      },
      {
        name: "Priority",
        required: false,
        values: { kind: "integer", min: 1, max: 65534 },
        default: "1",
        description: "Place in the order; 1 comes first.",
      },
      {
        name: "Description",
        required: false,
        values: { kind: "text", min: 0, max: 64 },
        description: "Remark about the transform.",
      },
      {
        name: "State",
        required: false,
        values: { kind: "oneOf", values: ["Enabled", "Disabled"] },
        default: "Enabled",
        description: "Whether the transform is applied.",
      },
    ],
  },
  {
    name: "TransformDelete",
    description: "Deletes a transform.",
    parameters: [
      {
        name: "TransformId",
        required: true,
        values: { kind: "integer", min: 1, max: 100 },
        description: "Index of the transform.",
      },
    ],
  },
  {
    name: "ZoneList",
    description: "Shows the zones that would be searched for an alias, by priority.",
    parameters: [
      {
        name: "Alias",
        required: true,
        values: { kind: "text", min: 1, max: 60 },
        description: "Alias to look for.",
      },
    ],
  },
] as const satisfies readonly Command[];
