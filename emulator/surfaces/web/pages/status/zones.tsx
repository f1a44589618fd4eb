import type { ZoneState } from "../../../../peer/calls/routing/zone-states.ts";
import { toWords, zoneTypeWords } from "../../form/option-words.ts";
import type { Page } from "../../page.ts";
import type { Column } from "../../records/columns.ts";
import { Records } from "../../records/records.tsx";
import { useOf } from "../../tables/bandwidth-usage.ts";
import { useColumns } from "../../tables/usage-table.tsx";
import type { Visit } from "../../visit.ts";
import { type SearchRuleStatus, searchRuleStatuses } from "../configuration/zones/search-rule-status.ts";
import { H323Status, SipStatus } from "../configuration/zones/zone-states.tsx";

/** Administrator Guide, "Zone status". */
const columnsFor = ({ device }: Visit, statusOf: SearchRuleStatus): readonly Column<ZoneState>[] => [
  { heading: "Name", cell: ({ index, name }) => <a href={`/editzone?id=${index}`}>{name}</a> },
  { heading: "Type", cell: ({ type }) => toWords(zoneTypeWords, type) },
  ...useColumns<ZoneState>(device, ({ name }) => `node ${name}`),
  { heading: "H.323 status", cell: (zone) => <H323Status zone={zone} /> },
  {
    heading: "SIP status",
    cell: (zone) => <SipStatus zone={zone} on={device.configuration.isOn(`Zones Zone ${zone.index} SIP Mode`)} />,
  },
  { heading: "Search rule status", cell: ({ name }) => statusOf(name) },
];

/** Status > Zones. */
export const zoneStatus: Page = {
  view: (visit) => {
    const { device } = visit;
    const statusOf = searchRuleStatuses(device.configuration);
    const { calls, own, cluster } = useOf(device, "node DefaultZone");
    const defaultZone = [
      <a href="/defaultzone">DefaultZone</a>,
      "Default zone",
      calls,
      own,
      cluster,
      device.configuration.get("H323 Mode"),
      device.configuration.get("SIP Mode"),
      statusOf("DefaultZone"),
    ];
    return (
      <Records
        visit={visit}
        columns={columnsFor(visit, statusOf)}
        rows={device.routing.zones.zones}
        keyOf={({ index }) => index}
        always={[{ key: "DefaultZone", cells: defaultZone }]}
      />
    );
  },
};
