import { CUSTOM_SERVICE, firewallServices } from "../firewall-services.ts";
import type { Command } from "../types.ts";

/** Commands of firewall rules. They change the rules that are worked on: activating and accepting them is done on the pages or by REST. */
export const firewallCommands = [
  {
    name: "FirewallRuleAdd",
    description: "Adds a firewall rule, to be activated.",
    parameters: [
      {
        name: "Priority",
        required: true,
        values: { kind: "integer", min: 1, max: 65_535 },
        description: "The order in which rules are applied: 1 first.",
      },
      {
        name: "Interface",
        required: false,
        values: { kind: "oneOf", values: ["LAN1", "LAN2"] },
        default: "LAN1",
        description: "The LAN interface on which access is controlled.",
      },
      {
        name: "Address",
        required: true,
        values: { kind: "text", min: 1, max: 45, format: "ipAddress" },
        description: "An address of the range that the rule is about.",
      },
      {
        name: "PrefixLength",
        required: false,
        values: { kind: "integer", min: 0, max: 128 },
        default: "32",
        description: "How many bits the addresses of the range have in common.",
      },
      {
        name: "Service",
        required: true,
        values: { kind: "oneOf", values: [...firewallServices.map(({ word }) => word), CUSTOM_SERVICE] },
        description: "The service that the rule is about, or Custom.",
      },
      {
        name: "Transport",
        required: false,
        values: { kind: "oneOf", values: ["TCP", "UDP", "AH", "All"] },
        default: "TCP",
        description: "The transport protocol of a Custom service.",
      },
      {
        name: "StartPort",
        required: false,
        values: { kind: "integer", min: 1, max: 65_535 },
        default: "1",
        description: "The first port of a Custom service.",
      },
      {
        name: "EndPort",
        required: false,
        values: { kind: "integer", min: 1, max: 65_535 },
        default: "65535",
        description: "The last port of a Custom service.",
      },
      {
        name: "Action",
        required: true,
        values: { kind: "oneOf", values: ["Allow", "Drop", "Reject"] },
        description: "What becomes of traffic that the rule is about.",
      },
      {
        name: "Description",
        required: false,
        values: { kind: "text", min: 0, max: 128 },
        default: "",
        description: "A free-form description of the rule.",
      },
    ],
    assumed: true,
  },
  {
    name: "FirewallRuleDelete",
    description: "Deletes a firewall rule. One that is active stays in force until the rules are activated.",
    parameters: [
      {
        name: "RuleId",
        required: true,
        values: { kind: "integer", min: 1, max: 500 },
        description: "Index of the rule.",
      },
    ],
    assumed: true,
  },
] as const satisfies readonly Command[];
