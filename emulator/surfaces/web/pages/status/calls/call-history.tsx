import { pastCallsInCluster, type ListedCall } from "../../../../documents/cluster-calls.ts";
import { callType, protocolName } from "../../../call-words.ts";
import { ListTable, type ListRow } from "../../../list-table.tsx";
import type { Page, Visit } from "../../../page.ts";
import { Paged } from "../../../paging.tsx";
import { shownTime } from "../../../peer-names.ts";
import { uptimeText } from "../uptime-text.ts";

/** Administrator Guide, "Call history". */
const columns = [
  "Start time",
  "End time",
  "Duration",
  "Source",
  "Destination",
  "Type",
  "Protocol",
  "Status",
  "Peer",
  "Actions",
] as const;

/** Status > Calls > History: the calls that are over, and those that were refused, of all peers, newest first. */
export const callHistory: Page = {
  view: (visit) => {
    const past = pastCallsInCluster(visit.device);
    if (past.length === 0) return <p class="none">There are no past calls.</p>;
    return (
      <Paged visit={visit} rows={past}>
        {(shown: readonly ListedCall[]) => (
          <ListTable columns={columns} rows={shown.map((call) => rowOf(call, visit))} />
        )}
      </Paged>
    );
  },
};

function rowOf(call: ListedCall, { device }: Visit): ListRow {
  const { serialNumber, source, destination, protocol, startedAt, endedAt = startedAt, reason, peer } = call;
  return {
    key: serialNumber,
    cells: [
      shownTime(device, startedAt),
      shownTime(device, endedAt),
      uptimeText(Math.floor((endedAt - startedAt) / 1000)),
      source,
      destination,
      callType(call),
      protocolName(protocol),
      reason,
      peer.name,
      <a href={`/calldetails?id=${serialNumber}`} aria-label={`View ${source} to ${destination}`}>
        View
      </a>,
    ],
  };
}
