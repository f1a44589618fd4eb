import type { AlarmId } from "../../model/alarms/index.ts";
import { CUSTOM_SERVICE, firewallServices } from "../../model/firewall-services.ts";
import type { FirewallRule } from "../../peer/access/firewall/firewall-rule.ts";
import { decidingRule, verdictOf } from "../../peer/access/firewall/judge.ts";
import { CONTACT_ALARMS } from "../faults/fault-alarms.ts";
import { services } from "../faults/services.ts";
import type { CauseKind, Shut } from "./cause.ts";
import type { ClusterService } from "./shut-ports.ts";
import { listers, type UpPeer } from "./lab-facts.ts";
import { and, showsOn } from "./words.ts";

const PAGE = "System > Protection > Firewall rules > Configuration";

/** What peers say to each other, and what follows where a rule stops it. */
const traffic: readonly { readonly service: ClusterService; readonly alarms: readonly AlarmId[] }[] = [
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
      [...stopped(peer, listers(facts))].map(([rule, { from, to, alarms, shuts }]) => ({
        text: `the firewall of ${peer.name} ${verdictOf(rule)}s ${and([...to])} from ${and([...from])}: rule with priority ${rule.Priority} (${ruleWords(rule)})${onTrial(peer)}`,
        mend: `${PAGE}, on ${peer.name}${andOnPrimary(peer, listers(facts))}`,
        at: [peer.name],
        shuts,
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
  readonly shuts: Shut[];
}

/** The rules that stop something, with what it is and of whom. */
function stopped({ name, address, up }: UpPeer, peers: readonly UpPeer[]): ReadonlyMap<FirewallRule, Stopped> {
  const decide = decidingRule(up.firewall, { lan1: address, lan2: up.lan2 });
  const found = new Map<FirewallRule, Stopped>();
  const others = peers.filter((other) => other.name !== name && up.settings.peers.includes(other.address));
  for (const other of others) {
    for (const { service, alarms } of traffic) {
      const [{ protocol, first, last }] = services[service];
      const judged = new Set<FirewallRule>();
      for (let port: number = first; port <= last; port++) {
        const rule = decide({ protocol, from: { address: other.address, port }, to: { address, port } });
        if (!rule || verdictOf(rule) === "allow" || judged.has(rule)) continue;
        judged.add(rule);
        const word = `${protocol.toUpperCase()} ${port}`;
        const of = found.get(rule) ?? { from: new Set(), to: new Set(), alarms: new Set(), shuts: [] };
        found.set(rule, of);
        of.from.add(other.name);
        of.to.add(word);
        of.shuts.push({ between: [name, other.name], port: word });
        // Peers speak by the first port of a range alone.
        if (port === first) for (const alarm of alarms) of.alarms.add(alarm);
      }
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
