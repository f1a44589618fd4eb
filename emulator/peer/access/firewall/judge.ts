import { CUSTOM_SERVICE, firewallServices, type ServicePorts } from "../../../model/firewall-services.ts";
import type { Arrival, InboundJudge, Verdict } from "../../../world/inbound-filter.ts";
import { DATABASE_PORT } from "../../cluster/ports.ts";
import { isInRange, rangeOf } from "./address-range.ts";
import type { FirewallRule } from "./firewall-rule.ts";

const verdicts: Readonly<Record<string, Verdict>> = { Allow: "allow", Drop: "drop", Reject: "reject" };

/** What a peer knows of itself when it judges. */
export interface Ownership {
  /** The address of LAN 1. */
  readonly lan1: string;
  readonly lan2: string;
}

/**
 * Judges by rules: the first of those that are about what arrives, by priority. What none is about is allowed (Administrator Guide
 * X8.1, "Configuring firewall rules"), and so is what a peer sends to itself. The guide's database synchronization is IP protocol 51;
 * the stream that stands for it counts as AH too.
 * @returns undefined where there is no rule
 */
export function judgeBy(rules: Iterable<FirewallRule>, ownership: Ownership): InboundJudge | undefined {
  const ordered = [...rules];
  if (ordered.length === 0) return undefined;
  const decide = decidingRule(ordered, ownership);
  return (arrival) => {
    const rule = decide(arrival);
    return rule ? verdictOf(rule) : "allow";
  };
}

/** Finds the rule that decides on what arrives; undefined where none is about it. */
export function decidingRule(
  rules: readonly FirewallRule[],
  { lan1, lan2 }: Ownership,
): (arrival: Arrival) => FirewallRule | undefined {
  const ordered = rules.toSorted((one, other) => Number(one.Priority) - Number(other.Priority));
  const compiled = ordered.map((rule) => ({ rule, isAbout: matcherOf(rule, lan2) }));
  return (arrival) =>
    arrival.from.address === lan1 ? undefined : compiled.find(({ isAbout }) => isAbout(arrival))?.rule;
}

export const verdictOf = ({ Action: action }: FirewallRule): Verdict => verdicts[action] ?? "allow";

function matcherOf(rule: FirewallRule, lan2: string): (arrival: Arrival) => boolean {
  const range = rangeOf(rule.Address, Number(rule.PrefixLength));
  const isOfService = serviceMatcher(rule);
  const onLan2 = rule.Interface === "LAN2";
  return (arrival) =>
    isOfService(arrival) && (arrival.to.address === lan2) === onLan2 && isInRange(arrival.from.address, range);
}

function serviceMatcher(rule: FirewallRule): (arrival: Arrival) => boolean {
  const { Service: service, Transport: transport } = rule;
  if (service !== CUSTOM_SERVICE) {
    const ports: readonly ServicePorts[] = firewallServices.find(({ word }) => word === service)?.ports ?? [];
    return (arrival) => ports.some((each) => isOn(each, arrival));
  }
  if (transport === "All") return () => true;
  if (transport === "AH") return ({ protocol, to }) => protocol === "tcp" && to.port === DATABASE_PORT;
  const ports = {
    transport: transport === "UDP" ? "UDP" : "TCP",
    first: Number(rule.StartPort),
    last: Number(rule.EndPort),
  } as const;
  return (arrival) => isOn(ports, arrival);
}

const isOn = ({ transport, first, last }: ServicePorts, { protocol, to }: Arrival): boolean =>
  transport.toLowerCase() === protocol && to.port >= first && to.port <= last;
