import type { AlarmId } from "../../model/alarms/index.ts";
import { CUSTOM_SERVICE, firewallServices } from "../../model/firewall-services.ts";
import type { FirewallRule } from "../../peer/access/firewall/firewall-rule.ts";
import { decidingRule, verdictOf } from "../../peer/access/firewall/judge.ts";
import { CONTACT_ALARMS } from "../faults/fault-alarms.ts";
import { type Service, services } from "../faults/services.ts";
import type { CauseKind } from "./cause.ts";
import { listers, type UpPeer } from "./lab-facts.ts";
import { and, showsOn } from "./words.ts";

const PAGE = "System > Protection > Firewall rules > Configuration";

/** What peers say to each other, and what follows where a rule stops it. */
const traffic: readonly { readonly service: Service; readonly alarms: readonly AlarmId[] }[] = [
  { service: "key-exchange", alarms: CONTACT_ALARMS },
  { service: "management", alarms: CONTACT_ALARMS },
  { service: "database", alarms: [20006, 20016] },
  { service: "ras", alarms: [] },
];

/** Firewall rules of peers that stop what other peers of the cluster say to them. */
export const firewallRules: CauseKind = {
  name: "firewall-rule",
  find: (facts) =>
    listers(facts).flatMap((peer) =>
      [...stopped(peer, listers(facts))].map(([rule, { from, to, alarms }]) => ({
        text: `the firewall of ${peer.name} ${verdictOf(rule)}s ${and([...to])} from ${and([...from])}: rule with priority ${rule.Priority} (${ruleWords(rule)})${onTrial(peer)}`,
        mend: `${PAGE}, on ${peer.name}${andOnPrimary(peer, listers(facts))}`,
        shows: showsOn([peer.name, ...from], [...alarms]),
      })),
    ),
};

/** Rules that were accepted are cluster-wide. */
function andOnPrimary({ name, up }: UpPeer, peers: readonly UpPeer[]): string {
  const primary = peers.find(({ address }) => address === up.settings.primaryAddress);
  return primary && primary.name !== name ? `, and on its primary ${primary.name}, from which rules are copied` : "";
}

interface Stopped {
  readonly from: Set<string>;
  readonly to: Set<string>;
  readonly alarms: Set<AlarmId>;
}

/** The rules that stop something, with what it is and of whom. */
function stopped({ name, address, up }: UpPeer, peers: readonly UpPeer[]): ReadonlyMap<FirewallRule, Stopped> {
  const decide = decidingRule(up.firewall, { lan1: address, lan2: up.lan2 });
  const found = new Map<FirewallRule, Stopped>();
  const others = peers.filter((other) => other.name !== name && up.settings.peers.includes(other.address));
  for (const other of others) {
    for (const { service, alarms } of traffic) {
      const [{ protocol, first }] = services[service];
      const rule = decide({ protocol, from: { address: other.address, port: first }, to: { address, port: first } });
      if (!rule || verdictOf(rule) === "allow") continue;
      const { from, to, alarms: all } = found.get(rule) ?? { from: new Set(), to: new Set(), alarms: new Set() };
      for (const alarm of alarms) all.add(alarm);
      found.set(rule, { from: from.add(other.name), to: to.add(`${protocol.toUpperCase()} ${first}`), alarms: all });
    }
  }
  return found;
}

function ruleWords(rule: FirewallRule): string {
  const range = `${rule.Address}/${rule.PrefixLength}`;
  if (rule.Service !== CUSTOM_SERVICE)
    return `${range}, ${firewallServices.find(({ word }) => word === rule.Service)?.label ?? rule.Service}, ${rule.Action}`;
  const ports = ["TCP", "UDP"].includes(rule.Transport) ? ` ${rule.StartPort}-${rule.EndPort}` : "";
  return `${range}, ${rule.Transport}${ports}, ${rule.Action}`;
}

const onTrial = ({ up }: UpPeer): string => (up.firewallOnTrial ? ", activated and not accepted yet" : "");
