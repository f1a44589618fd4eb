import { callsInCluster, type ListedCall } from "../../../../documents/cluster-calls.ts";
import { callType, protocolName } from "../../../call-words.ts";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { ListTable, type ListRow } from "../../../list-table.tsx";
import type { Page, Visit } from "../../../page.ts";
import { shownTime } from "../../../peer-names.ts";
import { SelectAll } from "../../../select-all.tsx";
import { uptimeText } from "../uptime-text.ts";

/** Administrator Guide, "Call status". */
const columns = ["", "Start time", "Duration", "Source", "Destination", "Type", "Protocol", "Peer", "Actions"] as const;

/**
 * Status > Calls > Calls, of all peers of the cluster. Guide: the selected calls are ended by Disconnect, without a
 * question; only the peer that carries a call can end it, so those of others have no check box.
 */
export const calls: Page = {
  view: (visit) => {
    const shown = callsFor(visit);
    if (shown.length === 0) return <p class="none">There are no calls.</p>;
    return (
      <Form visit={visit}>
        <ListTable columns={columns} rows={shown.map((call) => rowOf(call, visit))} />
        <div class="buttons">
          <SubmitButton label="Disconnect" />
          <SelectAll visit={visit} />
        </div>
      </Form>
    );
  },
  submit: ({ device, actor }, sent) => {
    if (sent.button !== "Disconnect")
      return { kind: "refused", reason: `there is no button "${sent.button}" on this page` };
    const selected = sent.all("call");
    if (selected.length === 0) return { kind: "refused", reason: "no call is selected" };
    // One that has ended by itself in the meantime is what was asked for, too.
    for (const serialNumber of selected) device.calls.disconnect(serialNumber, actor);
    return { kind: "done", text: selected.length === 1 ? "Call disconnected" : "Calls disconnected", to: "/calls" };
  },
};

/** The tables of the status pages link to the calls of one type. */
function callsFor({ device, query }: Visit): readonly ListedCall[] {
  const traversal = query.get("licensed_as_traversal");
  const active = callsInCluster(device);
  return traversal === undefined ? active : active.filter((call) => String(call.traversal) === traversal);
}

function rowOf(call: ListedCall, { device, query }: Visit): ListRow {
  const { serialNumber, source, destination, protocol, startedAt, peer } = call;
  const words = `${source} to ${destination}`;
  return {
    key: serialNumber,
    cells: [
      peer.own && (
        <input
          type="checkbox"
          name="call"
          value={serialNumber}
          checked={query.get("select") === "all"}
          aria-label={`Select ${words}`}
        />
      ),
      shownTime(device, startedAt),
      uptimeText(Math.floor((device.clock.now() - startedAt) / 1000)),
      source,
      destination,
      callType(call),
      protocolName(protocol),
      peer.name,
      <a href={`/calldetails?id=${serialNumber}`} aria-label={`View ${words}`}>
        View
      </a>,
    ],
  };
}
