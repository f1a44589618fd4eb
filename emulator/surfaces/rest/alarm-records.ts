import { alarms as alarmTypes } from "../../model/alarms/index.ts";
import type { Alarm } from "../../model/types.ts";
import type { AlarmRecord } from "../../peer/reporting/alarms/alarms.ts";
import type { Instant } from "../../world/duration.ts";
import type { StatusRecord, StatusTable } from "./status-table.ts";

const epochSeconds = (moment: Instant | undefined): number => (moment === undefined ? 0 : Math.floor(moment / 1000));

/** JSON inside a string: nothing, the name of one page, or pairs of a label and a page. */
function solutionLinks(pages: readonly string[]): string {
  const [first = ""] = pages;
  if (pages.length < 2) return JSON.stringify(first);
  return JSON.stringify(pages.flatMap((page) => [`lnk.${page.toUpperCase()}`, page]));
}

/** Every alarm type, raised or not. A lowered alarm keeps its times and its count. */
export const alarmTable: StatusTable = {
  path: "alarm",
  about: "an alarm type, raised or not; times in seconds since 1970, 0 for never",
  members: [
    "uuid",
    "solution_links",
    "severity",
    "id",
    "status",
    "first_raised",
    "last_raised",
    "total_count",
    "parameters",
  ],
  records: ({ alarms }) =>
    alarms
      .all()
      .map(({ type, evidence, ...known }) => recordOf(type, known, Object.values(evidence?.parameters ?? {}))),
  // Peers tell each other of the alarms that stand, not of how often they were raised.
  shared: (tables) =>
    alarmTypes.map((type) => {
      const standing = tables.alarms.find(({ uuid }) => uuid === type.uuid);
      return recordOf(type, standing ? { ...standing, totalCount: 1 } : NEVER, []);
    }),
};

type Known = Pick<AlarmRecord, "status" | "firstRaised" | "lastRaised" | "totalCount">;

const NEVER: Known = { status: "lowered", firstRaised: undefined, lastRaised: undefined, totalCount: 0 };

const recordOf = (
  type: Alarm,
  { status, firstRaised, lastRaised, totalCount }: Known,
  parameters: readonly string[],
): StatusRecord => ({
  uuid: type.uuid,
  solution_links: solutionLinks(type.pages),
  severity: type.severity,
  id: String(type.id),
  status,
  first_raised: epochSeconds(firstRaised),
  last_raised: epochSeconds(lastRaised),
  total_count: totalCount,
  parameters: JSON.stringify(parameters),
});
