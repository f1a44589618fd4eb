import type { TablesRequest } from "../../../protocol/cluster/database-message.ts";
import type { SharedTables } from "../../../protocol/cluster/shared-tables.ts";
import { callRecord } from "../calls/call/call.ts";
import type { Calls } from "../calls/call/calls.ts";
import { alarmAction, type Alarms, alarmText } from "../reporting/alarms/alarms.ts";

/** Calls that are over, as the other peers are told of them: as many as a page shows at a glance. */
const PAST_CALLS_SHARED = 50;

interface Numbers {
  readonly version: number;
  /** A number that came in no earlier life of the peer. */
  readonly first: number;
}

/** What the other peers of the cluster list of this one: Administrator Guide, "Calls", "Alarms": all peers, with a Peer column. */
export function sharedTables(
  { calls, alarms }: { readonly calls: Calls; readonly alarms: Alarms },
  known: Pick<TablesRequest, "history" | "pastAfter">,
  { version, first }: Numbers,
): SharedTables {
  const history = first + calls.history.clearings;
  return {
    kind: "tables",
    version,
    history,
    calls: calls.active().map(callRecord),
    pastCalls: calls.history.since(known.history === history ? known.pastAfter : 0, PAST_CALLS_SHARED),
    alarms: alarms.standing().map((record) => ({
      uuid: record.type.uuid,
      status: record.status === "acknowledged" ? "acknowledged" : "raised",
      text: alarmText(record),
      action: alarmAction(record),
      firstRaised: record.firstRaised ?? 0,
      lastRaised: record.lastRaised ?? 0,
    })),
  };
}
