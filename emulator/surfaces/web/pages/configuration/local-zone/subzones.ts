import { itemOfRow } from "../../../form/row-fields.ts";
import { rowPages } from "../../../form/row-pages.tsx";
import { useOf } from "../../../tables/bandwidth-usage.ts";
import type { Visit } from "../../../visit.ts";
import { subzoneSections } from "./subzone-fields.ts";

const RULES = "Zones LocalZone SubZones MembershipRules Rule";

const nameOf = ({ device }: Visit, row: number): string =>
  device.configuration.get(itemOfRow("Zones LocalZone SubZones SubZone", row, "Name"));

/** Configuration > Local Zone > Subzones (Administrator Guide, "Configuring subzones"). */
export const subzones = rowPages({
  rows: "Zones LocalZone SubZones SubZone",
  noun: "subzone",
  nameItem: "Name",
  columns: [
    { heading: "Name", cell: nameOf },
    { heading: "Membership rules", cell: (visit, row) => membershipRules(visit, nameOf(visit, row)) },
    { heading: "Registered devices", cell: (visit, row) => registeredDevices(visit, nameOf(visit, row)) },
    { heading: "Calls", cell: (visit, row) => useOf(visit.device, `node ${nameOf(visit, row)}`).calls },
    { heading: "Bandwidth used", cell: (visit, row) => useOf(visit.device, `node ${nameOf(visit, row)}`).own },
  ],
  sections: [{ title: "Configuration", fields: [{ item: "Name" }] }, ...subzoneSections("this subzone")],
});

function membershipRules({ device: { configuration } }: Visit, subzone: string): number {
  return configuration.rows.of(RULES).filter((row) => configuration.get(`${RULES} ${row} SubZoneName`) === subzone)
    .length;
}

function registeredDevices({ device }: Visit, subzone: string): number {
  return device.registrations.all().filter((registration) => registration.subzone === subzone).length;
}
