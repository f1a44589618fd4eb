import type { ComponentChildren } from "preact";
import { productNames } from "../../../../peer/core/identity.ts";
import type { Page } from "../../page.ts";
import { optionsText } from "../../tables/options-text.ts";
import { ResourceUsageTable } from "../../tables/resource-usage-table.tsx";
import { StateWord } from "../../tables/state-word.tsx";
import { StatusTable } from "../../tables/status-table.tsx";
import { statusAt } from "../../tables/status-value.ts";
import type { Visit } from "../../visit.ts";
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
      <ResourceUsageTable number={3} device={visit.device} />
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

/** Only in a cluster. */
function ClusterPeers({ visit: { device, pages } }: PartProps) {
  const { cluster } = device;
  if (cluster.settings.peers.length === 0) return null;
  return (
    <StatusTable
      number={4}
      title="Cluster"
      rows={[
        [pages.find("clustering") ? <a href="clustering">Cluster name</a> : "Cluster name", cluster.settings.name],
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
