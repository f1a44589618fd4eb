import { type ListedCall, pastCallsInCluster } from "../../../../documents/cluster-calls.ts";
import type { Page } from "../../../page.ts";
import type { Column } from "../../../records/columns.ts";
import { Records } from "../../../records/records.tsx";
import { callType, protocolName } from "../../../tables/call-words.ts";
import { shownTime } from "../../../tables/peer-names.ts";
import type { Visit } from "../../../visit.ts";
import { uptimeText } from "../uptime-text.ts";
import { callLink } from "./calls.tsx";

/** A call that was refused has ended when it began. */
const endOf = ({ startedAt, endedAt = startedAt }: ListedCall): number => endedAt;

const secondsOf = (call: ListedCall): number => Math.floor((endOf(call) - call.startedAt) / 1000);

/** Administrator Guide, "Call history". */
const columnsFor = ({ device }: Visit): readonly Column<ListedCall>[] => [
  { heading: "Start time", cell: ({ startedAt }) => shownTime(device, startedAt) },
  { heading: "End time", cell: (call) => shownTime(device, endOf(call)) },
  { heading: "Duration", cell: (call) => uptimeText(secondsOf(call)), order: secondsOf },
  { heading: "Source", cell: ({ source }) => source },
  { heading: "Destination", cell: ({ destination }) => destination },
  { heading: "Type", cell: callType },
  { heading: "Protocol", cell: ({ protocol }) => protocolName(protocol) },
  { heading: "Status", cell: ({ reason }) => reason },
  { heading: "Peer", cell: ({ peer }) => peer.name },
  callLink,
];

/** Status > Calls > History: the calls that are over, and those that were refused, of all peers, newest first. */
export const callHistory: Page = {
  view: (visit) => {
    const past = pastCallsInCluster(visit.device);
    if (past.length === 0) return <p class="none">There are no past calls.</p>;
    return <Records visit={visit} columns={columnsFor(visit)} rows={past} keyOf={({ serialNumber }) => serialNumber} />;
  },
};
