import { minutes, seconds, type Milliseconds } from "../../../emulator/world/duration.ts";
import type { Checker, Moment, Tell } from "./checker.ts";
import type { PeerView } from "./peer-view.ts";
import { Streaks } from "./streaks.ts";

/** One copy interval and half a minute, and the way of the last message. */
const TOLD_WITHIN: Milliseconds = minutes(2) + seconds(32);

/** Alarms of what stops the copy of itself: then nobody misses what the stream does not carry. */
const STOPPING: readonly number[] = [
  15005, 20007, 20008, 20009, 20010, 20011, 20012, 20013, 20014, 20015, 20017, 20018, 20019,
];

/** I7: both ends of a database stream that fails say so, in alarm and in state. */
export class BrokenStreamsAreTold implements Checker {
  readonly invariant = "I7";
  readonly follows = "state";
  readonly #streaks = new Streaks();

  look({ now, views, at, ways, lifeOf }: Moment, tell: Tell): void {
    for (const view of views) {
      const primary = at(view.primaryAddress);
      if (!primary || primary === view || !arePaired(view, primary)) continue;
      const lasting = this.#streaks.note(`${view.index}.${lifeOf(view)} ${primary.index}.${lifeOf(primary)}`, now);
      const brokenSince = ways.streamBrokenSince(view.index, primary.index, now);
      if (brokenSince === undefined || Math.min(lasting, now - brokenSince) < TOLD_WITHIN) continue;
      for (const end of [view, primary]) {
        const of = `peer ${end.index}`;
        const pair = `the stream of peers ${view.index} and ${primary.index} has failed`;
        if (!end.alarms.has(20006)) tell(of, `${pair}, and no 20006 stands`);
        else if (end.database === "Active") tell(`${of}, state`, `${pair}, and its database is Active`);
      }
    }
    this.#streaks.endLook();
  }
}

/** A subordinate and its primary that list each other and have nothing of their own that stops the copy. */
function arePaired(view: PeerView, primary: PeerView): boolean {
  return (
    primary.isOwnPrimary &&
    [view, primary].every(
      (end) =>
        end.clustered &&
        end.list.includes(view.address) &&
        end.list.includes(primary.address) &&
        !STOPPING.some((alarm) => end.alarms.has(alarm)),
    )
  );
}
