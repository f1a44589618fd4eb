import { useOf } from "../../bandwidth-use.ts";
import { toWords, zoneTypeWords } from "../../form/option-words.ts";
import { ListTable } from "../../list-table.tsx";
import type { Page } from "../../page.ts";
import { searchRuleStatus } from "../configuration/zones/search-rule-status.ts";
import { H323Status, SipStatus } from "../configuration/zones/zone-states.tsx";

/** Administrator Guide, "Zone status". */
const columns = [
  "Name",
  "Type",
  "Calls",
  "Bandwidth used",
  "Used in the cluster",
  "H.323 status",
  "SIP status",
  "Search rule status",
] as const;

/** Status > Zones. */
export const zoneStatus: Page = {
  view: ({ device }) => {
    const { configuration, routing } = device;
    const used = (name: string) => {
      const { calls, own, cluster } = useOf(device, `node ${name}`);
      return [calls, own, cluster];
    };
    const rows = routing.zones.zones.map((zone) => ({
      key: zone.index,
      cells: [
        <a href={`/editzone?id=${zone.index}`}>{zone.name}</a>,
        toWords(zoneTypeWords, zone.type),
        ...used(zone.name),
        <H323Status zone={zone} />,
        <SipStatus zone={zone} on={configuration.isOn(`Zones Zone ${zone.index} SIP Mode`)} />,
        searchRuleStatus(configuration, zone.name),
      ],
    }));
    const defaultZone = [
      <a href="/defaultzone">DefaultZone</a>,
      "Default zone",
      ...used("DefaultZone"),
      configuration.get("H323 Mode"),
      configuration.get("SIP Mode"),
      searchRuleStatus(configuration, "DefaultZone"),
    ];
    return <ListTable columns={columns} rows={[{ key: "DefaultZone", cells: defaultZone }, ...rows]} />;
  },
};
