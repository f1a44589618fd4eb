import { CUSTOM_SERVICE, firewallServices } from "../firewall-services.ts";
import type { ConfigurationItem, ValueSpace } from "../types.ts";

/** The two lists: the rules that are worked on, and those that were activated and accepted last. */
export type FirewallListWord = "Rule" | "ActiveRule";

/** The items of a rule, in the order of its page. */
export const firewallRuleItems = [
  "Priority",
  "Interface",
  "Address",
  "PrefixLength",
  "Service",
  "Transport",
  "StartPort",
  "EndPort",
  "Action",
  "Description",
] as const;

export type FirewallRuleItem = (typeof firewallRuleItems)[number];

type RulePath = `Firewall ${FirewallListWord} [1..500] ${FirewallRuleItem}`;

interface ItemText {
  readonly item: FirewallRuleItem;
  readonly label: string;
  readonly values: ValueSpace;
  readonly default: string;
  readonly description: string;
  /** Of a rule with the service Custom alone. */
  readonly custom?: true;
}

const port = { kind: "integer", min: 1, max: 65_535 } as const satisfies ValueSpace;

const texts: readonly ItemText[] = [
  {
    item: "Priority",
    label: "Priority",
    values: { kind: "integer", min: 1, max: 65_535 },
    default: "1",
    description:
      "The order in which rules are applied: 1 first. No two rules may have the same when they are activated.",
  },
  {
    item: "Interface",
    label: "Interface",
    values: { kind: "oneOf", values: ["LAN1", "LAN2"] },
    default: "LAN1",
    description: "The LAN interface on which access is controlled. LAN2 needs the Advanced Networking option key.",
  },
  {
    item: "Address",
    label: "IP address",
    values: { kind: "text", min: 1, max: 45, format: "ipAddress" },
    default: "",
    description: "An address of the range that the rule is about. The range is the address with the prefix length.",
  },
  {
    item: "PrefixLength",
    label: "Prefix length",
    values: { kind: "integer", min: 0, max: 128 },
    default: "32",
    description: "How many bits the addresses of the range have in common: up to 32 for IPv4, up to 128 for IPv6.",
  },
  {
    item: "Service",
    label: "Service",
    values: { kind: "oneOf", values: [...firewallServices.map(({ word }) => word), CUSTOM_SERVICE] },
    default: "HTTPS",
    description: "The service that the rule is about, or Custom for one's own transport and ports.",
  },
  {
    item: "Transport",
    label: "Transport",
    values: { kind: "oneOf", values: ["TCP", "UDP", "AH", "All"] },
    default: "TCP",
    description: "The transport protocol that the rule is about. TCP and UDP go with ports.",
    custom: true,
  },
  {
    item: "StartPort",
    label: "Start port",
    values: port,
    default: "1",
    description: "The first port that the rule is about.",
    custom: true,
  },
  {
    item: "EndPort",
    label: "End port",
    values: port,
    default: "65535",
    description: "The last port that the rule is about.",
    custom: true,
  },
  {
    item: "Action",
    label: "Action",
    values: { kind: "oneOf", values: ["Allow", "Drop", "Reject"] },
    default: "Allow",
    description: "What becomes of traffic that the rule is about. Drop gives the sender no answer, Reject tells it.",
  },
  {
    item: "Description",
    label: "Description",
    values: { kind: "text", min: 0, max: 128 },
    default: "",
    description: "A free-form description of the rule.",
  },
];

/** What follows from a rule of each list; from its description nothing does. */
const effects: Readonly<Record<FirewallListWord, string>> = {
  Rule: "what the next activation puts in force",
  ActiveRule: "what the peer lets in",
};

const itemsOf = (list: FirewallListWord): readonly (ConfigurationItem & { readonly path: RulePath })[] =>
  texts.map(({ item, custom, ...text }) => ({
    ...text,
    path: `Firewall ${list} [1..500] ${item}`,
    scope: "cluster",
    assumed: true,
    ...(item !== "Description" && { effect: effects[list] }),
    ...(custom && { shownWhen: { path: `Firewall ${list} [1..500] Service`, values: [CUSTOM_SERVICE] } }),
  }));

/**
 * Firewall rules. Fields: Administrator Guide X8.1, "Configuring firewall rules". No source has paths, ranges or how many rules
 * there may be: all of that is assumed. What is in force is a list of its own, so that it is copied and backed up.
 */
export const firewallItems = [...itemsOf("Rule"), ...itemsOf("ActiveRule")] as const;
