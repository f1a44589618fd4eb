import type { Entry } from "../../peer/maintenance/files/virtual-files.ts";
import type { Instant } from "../../world/duration.ts";

/** A line of `ls -l`, as BusyBox writes it. */
export function longListing(entry: Entry, now: Instant): string {
  const { name, path, sizeBytes, modified } = entry;
  const size = String(sizeBytes).padStart(9);
  return `${modeText(entry)}    1 root     root     ${size} ${dateText(modified, now)} ${name || path}`;
}

/** `-rw-r--r--` */
function modeText({ kind, permissions }: Entry): string {
  const bits = [...permissions.toString(2).padStart(9, "0")];
  return (kind === "directory" ? "d" : "-") + bits.map((bit, place) => (bit === "1" ? "rwx"[place % 3] : "-")).join("");
}

const HALF_A_YEAR = 182 * 86_400_000;

/** `Dec  9 10:00`, and the year in place of the time when that is long ago. */
function dateText(moment: Instant, now: Instant): string {
  const [, day = "", month = "", year = "", time = ""] = new Date(moment).toUTCString().split(/,? /);
  const recent = Math.abs(now - moment) < HALF_A_YEAR;
  return `${month} ${day.replace(/^0/, " ")} ${recent ? time.slice(0, 5) : year.padStart(5)}`;
}
