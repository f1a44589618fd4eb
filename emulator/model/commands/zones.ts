import type { Command } from "../types.ts";

/** Zones, subzones and domains. Names and arguments: X14 command reference, older VCS guides. */
export const zonesCommands = [
  {
    name: "DomainAdd",
    description: "Adds a SIP domain that this box is responsible for.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 1, max: 128 },
        description: "Name of the domain.",
      },
      {
        name: "Edgesip",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "Off",
        description: "Whether remote SIP devices of the domain are served through the edge.",
      },
      {
        name: "Edgexmpp",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "Off",
        description: "Whether remote XMPP clients of the domain are served through the edge.",
      },
      {
        name: "Sip",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "On",
        description: "Whether this box registers the SIP devices of the domain.",
      },
      {
        name: "Xmppfederation",
        required: false,
        values: { kind: "oneOf", values: ["On", "Off"] },
        default: "Off",
        description: "Whether the domain takes part in XMPP federation.",
      },
    ],
  },
  {
    name: "DomainDelete",
    description: "Deletes a domain.",
    parameters: [
      {
        name: "DomainId",
        required: true,
        values: { kind: "integer", min: 1, max: 200 },
        description: "Index of the domain.",
      },
    ],
  },
  {
    name: "SubZoneAdd",
    description: "Adds a subzone and its links.",
    parameters: [
      {
        name: "SubZoneName",
        required: true,
        values: { kind: "text", min: 1, max: 50 },
        description: "Name of the subzone.",
      },
      {
        name: "TotalMode",
        required: false,
        values: { kind: "oneOf", values: ["Unlimited", "Limited", "NoBandwidth"] },
        default: "Unlimited",
        description: "Whether the total bandwidth is limited.",
      },
      {
        name: "Total",
        required: false,
        values: { kind: "integer", min: 1, max: 100000000 },
        default: "500000",
        description: "Most bandwidth of all calls in kbps.",
      },
      {
        name: "PerCallInterMode",
        required: false,
        values: { kind: "oneOf", values: ["Unlimited", "Limited", "NoBandwidth"] },
        default: "Unlimited",
        description: "Whether one call into or out of the subzone is limited.",
      },
      {
        name: "PerCallInter",
        required: false,
        values: { kind: "integer", min: 1, max: 100000000 },
        default: "1920",
        description: "Most bandwidth of one call into or out of the subzone in kbps.",
      },
      {
        name: "PerCallIntraMode",
        required: false,
        values: { kind: "oneOf", values: ["Unlimited", "Limited", "NoBandwidth"] },
        default: "Unlimited",
        description: "Whether one call within the subzone is limited.",
      },
      {
        name: "PerCallIntra",
        required: false,
        values: { kind: "integer", min: 1, max: 100000000 },
        default: "1920",
        description: "Most bandwidth of one call within the subzone in kbps.",
      },
    ],
    assumed: true,
  },
  {
    name: "SubZoneDelete",
    description: "Deletes a subzone.",
    parameters: [
      {
        name: "SubZoneId",
        required: true,
        values: { kind: "integer", min: 1, max: 1000 },
        description: "Index of the subzone.",
      },
    ],
  },
  {
    name: "SubZoneMembershipRuleAdd",
    description: "Adds a subzone membership rule.",
    parameters: [
      {
        name: "Name",
        required: true,
        values: { kind: "text", min: 0, max: 50 },
        description: "Name of the rule.",
      },
      {
        name: "Type",
        required: true,
        values: { kind: "oneOf", values: ["Subnet", "AliasPatternMatch"] },
        description: "Whether the rule looks at the address or at the alias.",
      },
      {
        name: "SubZoneName",
        required: true,
        values: { kind: "text", min: 0, max: 50 },
        description: "Subzone that matching devices belong to.",
      },
      {
        name: "Description",
        required: false,
        values: { kind: "text", min: 0, max: 64 },
        description: "Remark about the rule.",
      },
    ],
    assumed: true,
  },
  {
    name: "SubZoneMembershipRuleDelete",
    description: "Deletes a subzone membership rule.",
    parameters: [
      {
        name: "SubZoneMembershipRuleId",
        required: true,
        values: { kind: "integer", min: 1, max: 3000 },
        description: "Index of the subzone membership rule.",
      },
    ],
    assumed: true,
  },
  {
    name: "ZoneAdd",
    description: "Adds a zone and the links that belong to its type.",
    parameters: [
      {
        name: "ZoneName",
        required: true,
        values: { kind: "text", min: 1, max: 50 },
        description: "Name of the zone.",
      },
      {
        name: "Type",
        required: true,
        values: { kind: "oneOf", values: ["Neighbor", "TraversalClient", "TraversalServer", "ENUM", "DNS"] },
        description: "Kind of the far system.",
      },
    ],
  },
  {
    name: "ZoneDelete",
    description: "Deletes a zone.",
    parameters: [
      {
        name: "ZoneId",
        required: true,
        values: { kind: "integer", min: 1, max: 1000 },
        description: "Index of the zone.",
      },
    ],
    assumed: true,
  },
] as const satisfies readonly Command[];
