import type { Alarm } from "../../../../model/types.ts";
import { localTime } from "../../../../peer/system/system-status.ts";
import { alarmsInCluster, type ListedAlarm } from "../../../documents/cluster-alarms.ts";
import { Form, SubmitButton } from "../../form/form.tsx";
import { ListTable, type ListRow } from "../../list-table.tsx";
import { pageTitle } from "../../page-directory.ts";
import type { Page, Visit } from "../../page.ts";
import { originOf } from "../../peer-names.ts";
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

/**
 * Status > Alarms: every alarm that stands on any peer of the cluster. They cannot be deleted, only acknowledged, each on its
 * own peer: those of others have no check box but a way there.
 */
export const alarms: Page = {
  view: (visit) => {
    const standing = alarmsInCluster(visit.device);
    if (standing.length === 0) return <p class="none">There are no alarms.</p>;
    return (
      <Form visit={visit}>
        <ListTable columns={columns} rows={standing.map((alarm) => rowOf(alarm, visit))} />
        {standing.some(({ peer }) => peer.own) && (
          <div class="buttons">
            <SubmitButton label="Acknowledge" />
            <SelectAll visit={visit} />
          </div>
        )}
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

function rowOf(alarm: ListedAlarm, visit: Visit): ListRow {
  const { device, query } = visit;
  const { peer, type, text, status, firstRaised, lastRaised } = alarm;
  const zone = device.configuration.get("TimeZone Name");
  const shown = (moment: number | undefined): string => (moment === undefined ? "" : localTime(moment, zone));
  const origin = originOf(peer, visit);
  return {
    key: `${peer.address} ${type.uuid}`,
    class: status === "raised" ? "new" : undefined,
    cells: [
      peer.own ? (
        <input
          type="checkbox"
          name="alarm"
          value={type.uuid}
          checked={query.get("select") === "all"}
          aria-label={`Select ${type.title}`}
        />
      ) : (
        <a href={`${origin}/alarms`} aria-label={`Alarms of ${peer.name}`}>
          View
        </a>
      ),
      type.title,
      text.slice(`${type.title}: `.length),
      status === "raised" ? "New" : "Acknowledged",
      <span class={`severity ${type.severity}`}>{type.severity}</span>,
      peer.name,
      shown(firstRaised),
      shown(lastRaised),
      <Action type={type} origin={origin} visit={visit} />,
      <a href={`${origin}/eventlog?filter=${type.id}`}>{type.id}</a>,
    ],
  };
}

interface ActionProps {
  readonly type: Alarm;
  /** Of the pages of the peer on which the alarm stands. */
  readonly origin: string;
  readonly visit: Visit;
}

/** What is to be done, and the pages to do it on; those that the twin does not have are named only. */
function Action({ type, origin, visit: { pages } }: ActionProps) {
  return (
    <>
      {type.action}
      {type.pages.map((id) => {
        const entry = pages.find(id.split("?")[0] ?? "");
        return (
          <span key={id} class="page-link">
            {entry ? <a href={`${origin}/${id}`}>{pageTitle(entry)}</a> : id}
          </span>
        );
      })}
    </>
  );
}
