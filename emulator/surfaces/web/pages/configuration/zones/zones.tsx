import type { ZoneState } from "../../../../../peer/calls/routing/zone-states.ts";
import type { Device } from "../../../../../peer/device.ts";
import { toWords, zoneTypeWords } from "../../../form/option-words.ts";
import { type RowColumn, rowListPage } from "../../../form/row-list-page.tsx";
import type { ListRow } from "../../../records/list-table.tsx";
import { useOf } from "../../../tables/bandwidth-usage.ts";
import { type SearchRuleStatus, searchRuleStatuses } from "./search-rule-status.ts";
import { H323Status, SipStatus } from "./zone-states.tsx";

const column = (
  heading: string,
  cell: (zone: ZoneState, device: Device) => ReturnType<RowColumn["cell"]>,
): RowColumn => ({
  heading,
  cell: ({ device }, row) => cell(device.routing.zones.at(row), device),
});

const columnsFor = (statusOf: SearchRuleStatus): readonly RowColumn[] => [
  column("Name", ({ name }) => name),
  column("Type", ({ type }) => toWords(zoneTypeWords, type)),
  column("Peer addresses", ({ addresses }) => addresses.join(", ")),
  column("Calls", ({ name }, device) => useOf(device, `node ${name}`).calls),
  column("Bandwidth used", ({ name }, device) => useOf(device, `node ${name}`).own),
  column("H.323 status", (zone) => <H323Status zone={zone} />),
  column("SIP status", (zone, { configuration }) => (
    <SipStatus zone={zone} on={configuration.isOn(`Zones Zone ${zone.index} SIP Mode`)} />
  )),
  column("Search rule status", ({ name }) => statusOf(name)),
];

/** Configuration > Zones > Zones (Administrator Guide, "Configuring zones"). */
export const zones = rowListPage({
  rows: "Zones Zone",
  noun: "zone",
  nameItem: "Name",
  columns: (visit) => columnsFor(searchRuleStatuses(visit.device.configuration)),
  always: ({ device }) => [defaultZoneRow(device)],
});

function defaultZoneRow(device: Device): ListRow {
  const name = "DefaultZone";
  const { calls, own } = useOf(device, `node ${name}`);
  return {
    key: name,
    cells: [
      undefined,
      name,
      "Default zone",
      undefined,
      calls,
      own,
      device.configuration.get("H323 Mode"),
      device.configuration.get("SIP Mode"),
      searchRuleStatuses(device.configuration)(name),
      <a href="/defaultzone">View/Edit</a>,
    ],
  };
}
