import type { NtpAssociation } from "../../../../peer/network/time/ntp-association.ts";
import type { TimeSync } from "../../../../peer/network/time/time-sync.ts";
import { formatTime } from "../../../../peer/reporting/status/format-time.ts";
import { ListTable, type ListRow } from "../../records/list-table.tsx";

/** The reachability register holds eight polls, the newest in the lowest bit. */
const POLLS_SHOWN = [7, 6, 5, 4, 3, 2, 1, 0] as const;

/** Administrator Guide, "Configuring the time settings". */
const columns = [
  "NTP server",
  "Condition",
  "Flash",
  "Authentication",
  "Event",
  "Reachability",
  "Offset",
  "Delay",
  "Stratum",
  "Ref ID",
  "Ref time",
] as const;

/** What the time client knows of each server, in the words of its own tool. */
export function NtpTable({ time }: { readonly time: TimeSync }) {
  if (time.associations.length === 0) return null;
  const rows = time.associations.map((association) => rowOf(association, association === time.source));
  return <ListTable columns={columns} rows={rows} />;
}

function rowOf(association: NtpAssociation, followed: boolean): ListRow {
  const { server, sample, reach, polls } = association;
  const reached = reach !== 0;
  return {
    key: server,
    cells: [
      server,
      followed ? "sys.peer" : reached ? "Candidate" : "Reject",
      // What ntpq prints of a server that has never answered.
      reached ? "00 ok" : "1600 peer_stratum, peer_dist, peer_unreach",
      "none",
      eventOf(association, followed),
      <Reachability reach={reach} polls={polls} />,
      sample && milliseconds(sample.offset),
      sample && milliseconds(sample.delay),
      sample?.stratum,
      sample?.referenceId,
      sample && formatTime(sample.referenceTime),
    ],
  };
}

function eventOf({ reach, polls }: NtpAssociation, followed: boolean): string {
  if (followed) return "sys.peer";
  if (reach !== 0) return "reachable";
  return polls === 0 ? "mobilize" : "unreachable";
}

const milliseconds = (span: number): string => `${span.toFixed(3)} ms`;

/** Eight marks, the newest on the right; polls that have not been made yet have a dot. */
function Reachability({ reach, polls }: { readonly reach: number; readonly polls: number }) {
  return (
    <span class="reach">
      {POLLS_SHOWN.map((poll) => {
        if (poll >= polls) return <span key={poll}>·</span>;
        const answered = (reach & (1 << poll)) !== 0;
        return (
          <span key={poll} class={answered ? "good" : "bad"}>
            {answered ? "✓" : "✗"}
          </span>
        );
      })}
    </span>
  );
}
