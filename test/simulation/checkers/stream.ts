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

  look({ now, views, ways, lifeOf }: Moment, tell: Tell): void {
    for (const [one, other] of pairs(views.filter(isWell))) {
      if (!one.list.includes(other.address) || !other.list.includes(one.address)) continue;
      const lasting = this.#streaks.note(`${one.index}.${lifeOf(one)} ${other.index}.${lifeOf(other)}`, now);
      const brokenSince = ways.streamBrokenSince(one.index, other.index, now);
      if (brokenSince === undefined || Math.min(lasting, now - brokenSince) < TOLD_WITHIN) continue;
      for (const end of [one, other]) {
        const of = `peer ${end.index}`;
        const pair = `the stream of peers ${one.index} and ${other.index} has failed`;
        if (!end.alarms.has(20006)) tell(of, `${pair}, and no 20006 stands`);
        else if (end.database === "Active") tell(`${of}, state`, `${pair}, and its database is Active`);
      }
    }
    this.#streaks.endLook();
  }
}

/** In a cluster, with nothing of its own that stops the copy. */
const isWell = (view: PeerView): boolean =>
  view.clustered && view.list.includes(view.address) && !STOPPING.some((alarm) => view.alarms.has(alarm));

const pairs = <One>(all: readonly One[]): [One, One][] =>
  all.flatMap((one, index) => all.slice(index + 1).map((other): [One, One] => [one, other]));
