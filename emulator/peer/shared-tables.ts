import type { SharedTables } from "../../protocol/cluster/shared-tables.ts";
import type { Instant } from "../world/duration.ts";
import { alarmText, type Alarms } from "./alarms/alarms.ts";
import { callRecord } from "./calls/call.ts";
import type { Calls } from "./calls/calls.ts";

/** Calls that are over, as the other peers are told of them: as many as a page shows at a glance. */
const PAST_CALLS_SHARED = 50;

/** What the other peers of the cluster list of this one: Administrator Guide, "Calls", "Alarms": all peers, with a Peer column. */
export function sharedTables(
  calls: Calls,
  alarms: Alarms,
  pastAfter: Instant,
): Pick<SharedTables, "calls" | "pastCalls" | "alarms"> {
  return {
    calls: calls.active().map(callRecord),
    pastCalls: calls.history.since(pastAfter, PAST_CALLS_SHARED),
    alarms: alarms.standing().map((record) => ({
      uuid: record.type.uuid,
      status: record.status === "acknowledged" ? "acknowledged" : "raised",
      text: alarmText(record),
      firstRaised: record.firstRaised ?? 0,
      lastRaised: record.lastRaised ?? 0,
    })),
  };
}
