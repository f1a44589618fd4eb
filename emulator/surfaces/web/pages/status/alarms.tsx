import { alarmText, type AlarmRecord } from "../../../../peer/alarms/alarms.ts";
import { localTime } from "../../../../peer/system/system-status.ts";
import { Form, SubmitButton } from "../../form/form.tsx";
import { ListTable, type ListRow } from "../../list-table.tsx";
import { pageTitle } from "../../page-directory.ts";
import type { Page, Visit } from "../../page.ts";
import { peerName } from "../../peer-names.ts";
import { SelectAll } from "../../select-all.tsx";

/** Administrator Guide, "Alarms". */
const columns = [
  "",
  "Alarm",
  "Description",
  "State",
  "Severity",
  "Peer",
  "First raised",
  "Last raised",
  "Action",
  "ID",
] as const;

/** Status > Alarms: every alarm that stands; they cannot be deleted, only acknowledged. */
export const alarms: Page = {
  view: (visit) => {
    const standing = visit.device.alarms.standing();
    if (standing.length === 0) return <p class="none">There are no alarms.</p>;
    return (
      <Form visit={visit}>
        <ListTable columns={columns} rows={standing.map((record) => rowOf(record, visit))} />
        <div class="buttons">
          <SubmitButton label="Acknowledge" />
          <SelectAll visit={visit} />
        </div>
      </Form>
    );
  },
  submit: ({ device, actor }, sent) => {
    const selected = sent.all("alarm");
    if (selected.length === 0) return { kind: "refused", reason: "no alarm is selected" };
    for (const uuid of selected) device.alarms.acknowledge(uuid, actor.user);
    return { kind: "done", text: selected.length === 1 ? "Alarm acknowledged" : "Alarms acknowledged", to: "/alarms" };
  },
};

function rowOf(record: AlarmRecord, visit: Visit): ListRow {
  const { device, query } = visit;
  const { type, status, firstRaised, lastRaised } = record;
  const zone = device.configuration.get("TimeZone Name");
  const shown = (moment: number | undefined): string => (moment === undefined ? "" : localTime(moment, zone));
  return {
    key: type.uuid,
    class: status === "raised" ? "new" : undefined,
    cells: [
      <input
        type="checkbox"
        name="alarm"
        value={type.uuid}
        checked={query.get("select") === "all"}
        aria-label={`Select ${type.title}`}
      />,
      type.title,
      // The text that every surface shows, without the title before it.
      alarmText(record, "").slice(type.title.length),
      status === "raised" ? "New" : "Acknowledged",
      <span class={`severity ${type.severity}`}>{type.severity}</span>,
      peerName(device),
      shown(firstRaised),
      shown(lastRaised),
      <Action record={record} visit={visit} />,
      <a href={`/eventlog?filter=${type.id}`}>{type.id}</a>,
    ],
  };
}

interface ActionProps {
  readonly record: AlarmRecord;
  readonly visit: Visit;
}

/** What is to be done, and the pages to do it on; those that the twin does not have are named only. */
function Action({ record: { type }, visit: { pages } }: ActionProps) {
  return (
    <>
      {type.action}
      {type.pages.map((id) => {
        const entry = pages.find(id.split("?")[0] ?? "");
        return (
          <span key={id} class="page-link">
            {entry ? <a href={`/${id}`}>{pageTitle(entry)}</a> : id}
          </span>
        );
      })}
    </>
  );
}
