import { localTime } from "../../../../peer/system/system-status.ts";
import { alarmsInCluster, type ListedAlarm } from "../../../documents/cluster-alarms.ts";
import { SubmitButton } from "../../form/form.tsx";
import { pageTitle } from "../../menus/page-place.ts";
import type { Page } from "../../page.ts";
import type { Column } from "../../records/columns.ts";
import { Records } from "../../records/records.tsx";
import { SelectAll } from "../../records/select-all.tsx";
import { originOf } from "../../tables/peer-names.ts";
import type { Visit } from "../../visit.ts";

/**
 * Status > Alarms: every alarm that stands on any peer of the cluster. They cannot be deleted, only acknowledged, each on its
 * own peer: those of others have no check box but a way there.
 */
export const alarms: Page = {
  view: (visit) => {
    const standing = alarmsInCluster(visit.device);
    if (standing.length === 0) return <p class="none">There are no alarms.</p>;
    const buttons = standing.some(({ peer }) => peer.own) ? (
      <>
        <SubmitButton label="Acknowledge" />
        <SelectAll visit={visit} />
      </>
    ) : undefined;
    return (
      <Records
        visit={visit}
        columns={columnsFor(visit)}
        rows={standing}
        keyOf={({ peer, type }) => `${peer.address} ${type.uuid}`}
        classOf={({ status }) => (status === "raised" ? "new" : undefined)}
      >
        {buttons}
      </Records>
    );
  },
  submit: ({ device, actor }, sent) => {
    const selected = sent.all("alarm");
    if (selected.length === 0) return { kind: "refused", reason: "no alarm is selected" };
    for (const uuid of selected) device.alarms.acknowledge(uuid, actor.user);
    return { kind: "done", text: selected.length === 1 ? "Alarm acknowledged" : "Alarms acknowledged", to: "/alarms" };
  },
};

/** Administrator Guide, "Alarms". */
function columnsFor(visit: Visit): readonly Column<ListedAlarm>[] {
  const { device } = visit;
  const zone = device.configuration.get("TimeZone Name");
  const shown = (moment: number | undefined): string => (moment === undefined ? "" : localTime(moment, zone));
  return [
    { heading: "", cell: (alarm) => <SelectOrVisit alarm={alarm} visit={visit} /> },
    { heading: "Alarm", cell: ({ type }) => type.title },
    { heading: "Description", cell: ({ type, text }) => text.slice(`${type.title}: `.length) },
    { heading: "State", cell: ({ status }) => (status === "raised" ? "New" : "Acknowledged") },
    { heading: "Severity", cell: ({ type }) => <span class={`severity ${type.severity}`}>{type.severity}</span> },
    { heading: "Peer", cell: ({ peer }) => peer.name },
    { heading: "First raised", cell: ({ firstRaised }) => shown(firstRaised) },
    { heading: "Last raised", cell: ({ lastRaised }) => shown(lastRaised) },
    {
      heading: "Action",
      cell: (alarm) => <Action alarm={alarm} visit={visit} />,
    },
    {
      heading: "ID",
      cell: ({ type, peer }) => <a href={`${originOf(peer, visit)}/eventlog?filter=${type.id}`}>{type.id}</a>,
    },
  ];
}

interface OfAlarm {
  readonly alarm: ListedAlarm;
  readonly visit: Visit;
}

/** The check box of an alarm of this peer, the way to that of another one. */
function SelectOrVisit({ alarm: { peer, type }, visit }: OfAlarm) {
  return peer.own ? (
    <input
      type="checkbox"
      name="alarm"
      value={type.uuid}
      checked={visit.query.get("select") === "all"}
      aria-label={`Select ${type.title}`}
    />
  ) : (
    <a href={`${originOf(peer, visit)}/alarms`} aria-label={`Alarms of ${peer.name}`}>
      View
    </a>
  );
}

/** What is to be done, and the pages to do it on; those that the twin does not have are named only. */
function Action({ alarm: { action, type, peer }, visit }: OfAlarm) {
  const { pages } = visit;
  const origin = originOf(peer, visit);
  return (
    <>
      {action}
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
