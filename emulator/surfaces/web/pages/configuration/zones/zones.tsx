import type { Device } from "../../../../../peer/device.ts";
import { AskFirst } from "../../../form/confirmation.tsx";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { toWords, zoneTypeWords } from "../../../form/option-words.ts";
import { ListTable, type ListRow } from "../../../list-table.tsx";
import type { Page, Visit } from "../../../page.ts";
import { SelectAll } from "../../../select-all.tsx";
import { StateWord } from "../../../state-word.tsx";
import { statusAt } from "../../../status-value.ts";
import { deleteZones } from "./delete-zones.tsx";
import { searchRuleStatus } from "./search-rule-status.ts";

/** Administrator Guide, "Configuring zones". */
const columns = [
  "",
  "Name",
  "Type",
  "Calls",
  "Bandwidth used",
  "H.323 status",
  "SIP status",
  "Search rule status",
  "Actions",
] as const;

const ASKED_NOBODY: readonly string[] = ["ENUM", "DNS"];

/** Configuration > Zones > Zones. */
export const zones: Page = {
  view: (visit) => (
    <Form visit={visit}>
      <AskFirst />
      <ListTable
        columns={columns}
        rows={[
          defaultZoneRow(visit.device),
          ...visit.device.configuration.rows.of("Zones Zone").map((zone) => rowOf(zone, visit)),
        ]}
      />
      <div class="buttons">
        <SubmitButton label="New" />
        <SubmitButton label="Delete" minor />
        <SelectAll visit={visit} />
      </div>
    </Form>
  ),
  submit: (visit, sent) => {
    if (sent.button === "New") return { kind: "go", to: "/createzone" };
    if (sent.button === "Delete") return deleteZones(visit, sent);
    return { kind: "refused", reason: `there is no button "${sent.button}" on this page` };
  },
};

function defaultZoneRow(device: Device): ListRow {
  const name = "DefaultZone";
  return {
    key: name,
    cells: [
      undefined,
      name,
      "Default zone",
      statusAt(device, "Zones", name, "Calls") || "0",
      bandwidthUsed(device, name),
      "On",
      "On",
      searchRuleStatus(device.configuration, name),
      <a href="/defaultzone">View/Edit</a>,
    ],
  };
}

function rowOf(zone: number, { device, query }: Visit): ListRow {
  const { configuration } = device;
  const name = configuration.get(`Zones Zone ${zone} Name`);
  const use = (element: string): string => statusAt(device, "Zones", "Zone", zone, element);
  const type = configuration.get(`Zones Zone ${zone} Type`);
  // Nobody is asked for the state of an ENUM or DNS zone: it is just on (VCS guide X8.1, "Zones").
  const state = ASKED_NOBODY.includes(type) ? "On" : <StateWord word={use("Status")} />;
  return {
    key: zone,
    cells: [
      <input
        type="checkbox"
        name="zone"
        value={zone}
        checked={query.get("select") === "all"}
        aria-label={`Select ${name}`}
      />,
      name,
      toWords(zoneTypeWords, type),
      use("Calls") || "0",
      bandwidthUsed(device, "Zone", zone),
      configuration.isOn(`Zones Zone ${zone} H323 Mode`) ? state : "Off",
      configuration.isOn(`Zones Zone ${zone} SIP Mode`) ? state : "Off",
      searchRuleStatus(configuration, name),
      <a href={`/editzone?id=${zone}`} aria-label={`View/Edit ${name}`}>
        View/Edit
      </a>,
    ],
  };
}

function bandwidthUsed(device: Device, ...zone: (string | number)[]): string {
  return `${statusAt(device, "Zones", ...zone, "Bandwidth", "LocalUsage") || "0"} kbps`;
}
