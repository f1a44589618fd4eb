import type { AlarmRecord } from "../../peer/alarms/alarms.ts";
import type { Instant } from "../../world/duration.ts";
import type { StatusTable } from "./status-table.ts";

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
    alarms.all().map(({ type, status, firstRaised, lastRaised, totalCount, evidence }: AlarmRecord) => ({
      uuid: type.uuid,
      solution_links: solutionLinks(type.pages),
      severity: type.severity,
      id: String(type.id),
      status,
      first_raised: epochSeconds(firstRaised),
      last_raised: epochSeconds(lastRaised),
      total_count: totalCount,
      parameters: JSON.stringify(Object.values(evidence?.parameters ?? {})),
    })),
};
