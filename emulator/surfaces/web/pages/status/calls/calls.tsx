import { callsInCluster, type ListedCall } from "../../../../documents/cluster-calls.ts";
import { byButton } from "../../../form/by-button.ts";
import { SubmitButton } from "../../../form/form.tsx";
import type { SentFields } from "../../../form/sent-fields.ts";
import type { Outcome, Page } from "../../../page.ts";
import { ACTIONS, type Column } from "../../../records/columns.ts";
import { Records } from "../../../records/records.tsx";
import { SelectAll } from "../../../records/select-all.tsx";
import { selectColumn } from "../../../records/select-box.tsx";
import { callType, protocolName } from "../../../tables/call-words.ts";
import { shownTime } from "../../../tables/peer-names.ts";
import type { Visit } from "../../../visit.ts";
import { uptimeText } from "../uptime-text.ts";

/**
 * Status > Calls > Calls, of all peers of the cluster. Guide: the selected calls are ended by Disconnect, without a
 * question; only the peer that carries a call can end it, so those of others have no check box.
 */
export const calls: Page = {
  view: (visit) => {
    const shown = callsFor(visit);
    if (shown.length === 0) return <p class="none">There are no calls.</p>;
    return (
      <Records visit={visit} columns={columnsFor(visit)} rows={shown} keyOf={({ serialNumber }) => serialNumber}>
        <SubmitButton label="Disconnect" />
        <SelectAll visit={visit} />
      </Records>
    );
  },
  submit: byButton({ Disconnect: disconnect }),
};

function disconnect({ device, actor }: Visit, sent: SentFields): Outcome {
  const selected = sent.all("call");
  if (selected.length === 0) return { kind: "refused", reason: "no call is selected" };
  // One that has ended by itself in the meantime is what was asked for, too.
  for (const serialNumber of selected) device.calls.disconnect(serialNumber, actor);
  return { kind: "done", text: selected.length === 1 ? "Call disconnected" : "Calls disconnected", to: "/calls" };
}

/** The tables of the status pages link to the calls of one type. */
function callsFor({ device, query }: Visit): readonly ListedCall[] {
  const traversal = query.get("licensed_as_traversal");
  const active = callsInCluster(device);
  return traversal === undefined ? active : active.filter((call) => String(call.traversal) === traversal);
}

const wordsFor = ({ source, destination }: ListedCall): string => `${source} to ${destination}`;

/** The way to the page of a call. */
export const callLink: Column<ListedCall> = {
  heading: ACTIONS,
  cell: (call) => (
    <a href={`/calldetails?id=${call.serialNumber}`} aria-label={`View ${wordsFor(call)}`}>
      View
    </a>
  ),
};

/** Administrator Guide, "Call status". */
function columnsFor(visit: Visit): readonly Column<ListedCall>[] {
  const { device } = visit;
  const seconds = ({ startedAt }: ListedCall): number => Math.floor((device.clock.now() - startedAt) / 1000);
  return [
    selectColumn(visit, {
      name: "call",
      value: ({ serialNumber }) => serialNumber,
      label: wordsFor,
      has: ({ peer }) => peer.own,
    }),
    { heading: "Start time", cell: ({ startedAt }) => shownTime(device, startedAt) },
    { heading: "Duration", cell: (call) => uptimeText(seconds(call)), order: seconds },
    { heading: "Source", cell: ({ source }) => source },
    { heading: "Destination", cell: ({ destination }) => destination },
    { heading: "Type", cell: callType },
    { heading: "Protocol", cell: ({ protocol }) => protocolName(protocol) },
    { heading: "Peer", cell: ({ peer }) => peer.name },
    callLink,
  ];
}
