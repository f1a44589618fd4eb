import type { ComponentChildren } from "preact";
import { productNames } from "../../../../peer/identity.ts";
import type { Page, Visit } from "../../page.ts";
import { shownTime } from "../../peer-names.ts";
import { StateWord } from "../../state-word.tsx";
import { StatusTable } from "../../status-table.tsx";
import { statusAt } from "../../status-value.ts";
import { optionsText } from "./options-text.ts";
import { uptimeText } from "./uptime-text.ts";

/** Status > Overview (Administrator Guide). Programs read its tables. */
export const overview: Page = {
  view: (visit) => (
    <div class="tables">
      <StatusTable
        number={1}
        title="System mode"
        rows={[["Selected modes", productNames[visit.device.identity.product]]]}
      />
      <SystemInformation visit={visit} />
      <ResourceUsage visit={visit} />
      <ClusterPeers visit={visit} />
    </div>
  ),
};

interface PartProps {
  readonly visit: Visit;
}

function SystemInformation({ visit }: PartProps) {
  const { device } = visit;
  const link = (text: string, page: string): ComponentChildren =>
    visit.pages.find(page) ? <a href={page}>{text}</a> : text;
  return (
    <StatusTable
      number={2}
      title="System information"
      rows={[
        [link("System name", "system"), device.configuration.get("SystemUnit Name")],
        ["Up time", uptimeText(Number(statusAt(device, "SystemUnit", "Uptime")))],
        [link("Software version", "upgrade"), device.identity.softwareVersion],
        [link("IPv4 address", "ip"), statusAt(device, "Ethernet", 1, "IPv4", "Address")],
        [link("IPv6 address", "ip"), device.configuration.get("Ethernet 1 IP V6 Address")],
        [link("Options", "optionkeys"), optionsText(device)],
      ]}
    />
  );
}

/** The rows of an Expressway; a VCS counts its calls and registrations otherwise. */
function ResourceUsage({ visit: { device } }: PartProps) {
  const { product } = device.identity;
  const kinds: readonly (readonly [name: string, ...path: string[]])[] = product.startsWith("expressway")
    ? [
        ["Unified CM remote session calls", "Calls", "CollaborationEdge"],
        ["Rich media sessions", "Calls", "Traversal"],
        ...(product === "expressway-e" ? [["TURN relays", "TURN", "Relays"] as const] : []),
      ]
    : [
        ["Non-traversal calls", "Calls", "NonTraversal"],
        ["Traversal calls", "Calls", "Traversal"],
        ["Registrations", "Registrations"],
        ["TURN relays", "TURN", "Relays"],
      ];
  const use = (path: readonly string[], count: string): string => statusAt(device, "ResourceUsage", ...path, count);
  return (
    <StatusTable
      number={3}
      title={`Resource usage (last updated: ${shownTime(device, device.clock.now())})`}
      rows={kinds.map(([name, ...path]) => [
        name,
        `Current ${use(path, "Current")}, peak ${use(path, "Max")}, since last restart ${use(path, "Total")}`,
      ])}
    />
  );
}

/** Only in a cluster. */
function ClusterPeers({ visit: { device } }: PartProps) {
  const { cluster } = device;
  if (cluster.settings.peers.length === 0) return null;
  return (
    <StatusTable
      number={4}
      title="Cluster"
      rows={[
        [<a href="clustering">Cluster name</a>, cluster.settings.name],
        ["Configuration primary", cluster.settings.primary],
        ...cluster
          .entries()
          .map(
            ({ index, address, word, cause }) =>
              [`Peer ${index} (${address})`, <StateWord word={word} cause={cause} />] as const,
          ),
      ]}
    />
  );
}
