import { CUSTOM_SERVICE, firewallServices, type ServicePorts } from "../../../../../../model/firewall-services.ts";
import type { FirewallRule } from "../../../../../../peer/access/firewall/firewall-rule.ts";
import type { Column } from "../../../../records/columns.ts";
import { toWords } from "../../../../form/option-words.ts";
import { addressRange, serviceWords } from "./rule-pages.tsx";

/** What both lists of firewall rules show (Administrator Guide, "Configuring firewall rules"). */
export const ruleColumns: readonly Column<FirewallRule>[] = [
  { heading: "Priority", cell: ({ Priority }) => Priority },
  { heading: "Interface", cell: (rule) => rule.Interface },
  { heading: "IP address", cell: (rule) => rule.Address },
  { heading: "Prefix length", cell: (rule) => rule.PrefixLength },
  { heading: "Address range", cell: addressRange },
  { heading: "Service", cell: (rule) => toWords(serviceWords, rule.Service) },
  { heading: "Transport and ports", cell: portsOf },
  { heading: "Action", cell: (rule) => rule.Action },
  { heading: "Description", cell: (rule) => rule.Description },
];

function portsOf(rule: FirewallRule): string {
  const { Service: service, Transport: transport, StartPort: first, EndPort: last } = rule;
  if (service !== CUSTOM_SERVICE) {
    const ports: readonly ServicePorts[] = firewallServices.find(({ word }) => word === service)?.ports ?? [];
    return ports.map((each) => `${each.transport} ${span(each.first, each.last)}`).join(", ");
  }
  return transport === "TCP" || transport === "UDP" ? `${transport} ${span(first, last)}` : transport;
}

const span = (first: number | string, last: number | string): string =>
  first === last ? String(first) : `${first}-${last}`;
