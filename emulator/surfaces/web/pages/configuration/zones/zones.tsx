import { rowWord, type RowList } from "../../../form/row-fields.ts";
import { RowBox } from "../../../form/row-pages.tsx";
import { deleteRows } from "../../../form/delete-rows.tsx";
import { AskFirst } from "../../../form/confirmation.tsx";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { toWords, zoneTypeWords } from "../../../form/option-words.ts";
import { useOf } from "../../../bandwidth-use.ts";
import { ListTable, type ListRow } from "../../../list-table.tsx";
import type { Page, Visit } from "../../../page.ts";
import { SelectAll } from "../../../select-all.tsx";
import { searchRuleStatus } from "./search-rule-status.ts";
import { H323Status, SipStatus } from "./zone-states.tsx";
import type { Device } from "../../../../../peer/device.ts";

/** Administrator Guide, "Configuring zones". */
const columns = [
  "",
  "Name",
  "Type",
  "Peer addresses",
  "Calls",
  "Bandwidth used",
  "H.323 status",
  "SIP status",
  "Search rule status",
  "Actions",
] as const;

const list: RowList = {
  rows: { list: "Zones Zone", remove: "ZoneDelete", idArgument: "ZoneId" },
  noun: "zone",
  nameItem: "Name",
};

/** Configuration > Zones > Zones. */
export const zones: Page = {
  view: (visit) => (
    <Form visit={visit}>
      <AskFirst />
      <ListTable columns={columns} rows={[defaultZoneRow(visit.device), ...zoneRows(visit)]} />
      <div class="buttons">
        <SubmitButton label="New" />
        <SubmitButton label="Delete" minor />
        <SelectAll visit={visit} />
      </div>
    </Form>
  ),
  submit: (visit, sent) => {
    if (sent.button === "New") return { kind: "go", to: "/createzone" };
    if (sent.button === "Delete") return deleteRows(visit, sent, list);
    return { kind: "refused", reason: `there is no button "${sent.button}" on this page` };
  },
};

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
      searchRuleStatus(device.configuration, name),
      <a href="/defaultzone">View/Edit</a>,
    ],
  };
}

function zoneRows(visit: Visit): readonly ListRow[] {
  const { configuration, routing } = visit.device;
  return routing.zones.zones.map((zone): ListRow => {
    const { index, name, type } = zone;
    const { calls, own } = useOf(visit.device, `node ${name}`);
    return {
      key: index,
      cells: [
        <RowBox list={list} visit={visit} row={index} />,
        name,
        toWords(zoneTypeWords, type),
        peerAddresses(visit, index, type),
        calls,
        own,
        <H323Status zone={zone} />,
        <SipStatus zone={zone} on={configuration.isOn(`Zones Zone ${index} SIP Mode`)} />,
        searchRuleStatus(configuration, name),
        <a href={`/edit${rowWord(list)}?id=${index}`} aria-label={`View/Edit ${name}`}>
          View/Edit
        </a>,
      ],
    };
  });
}

function peerAddresses({ device: { configuration } }: Visit, zone: number, type: string): string {
  const addresses = ([1, 2, 3, 4, 5, 6] as const).map((peer) =>
    type === "Neighbor"
      ? configuration.get(`Zones Zone ${zone} Neighbor Peer ${peer} Address`)
      : type === "TraversalClient"
        ? configuration.get(`Zones Zone ${zone} TraversalClient Peer ${peer} Address`)
        : "",
  );
  return addresses.filter((address) => address !== "").join(", ");
}
