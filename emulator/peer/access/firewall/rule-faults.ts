import type { FirewallRuleItem } from "../../../model/configuration/firewall.ts";
import { CUSTOM_SERVICE } from "../../../model/firewall-services.ts";
import { bitsOf } from "./address-range.ts";
import type { FirewallRule } from "./firewall-rule.ts";

/** Why a rule cannot be put in force, and the item to look at. */
export interface RuleFault {
  readonly item: FirewallRuleItem;
  readonly reason: string;
}

/** What is wrong with a rule by itself, whose values are each within their ranges. @param lan2 whether the peer has a second interface */
export function faultOf(rule: FirewallRule, lan2: boolean): RuleFault | undefined {
  const { Address: address, PrefixLength: length, Interface: lan, Service: service } = rule;
  if (address === "") return { item: "Address", reason: "it is blank" };
  if (Number(length) > bitsOf(address)) {
    const reason = `${length} is not allowed with the address ${address}: 0 to ${bitsOf(address)}`;
    return { item: "PrefixLength", reason };
  }
  if (lan === "LAN2" && !lan2)
    return { item: "Interface", reason: "LAN2 is not allowed without the Advanced Networking option key: LAN1" };
  if (service === CUSTOM_SERVICE && Number(rule.StartPort) > Number(rule.EndPort))
    return { item: "EndPort", reason: `${rule.EndPort} is below the start port, ${rule.StartPort}` };
  return undefined;
}

/** The priorities that several rules have, lowest first. */
export function duplicatedPriorities(rules: Iterable<FirewallRule>): readonly number[] {
  const seen = new Set<number>();
  const twice = new Set<number>();
  for (const { Priority: priority } of rules) (seen.has(Number(priority)) ? twice : seen).add(Number(priority));
  return [...twice].toSorted((one, other) => one - other);
}
