import { minutes, type Milliseconds } from "../../../emulator/world/duration.ts";
import type { Checker, Moment, Tell } from "./checker.ts";
import type { PeerView } from "./peer-view.ts";
import { Streaks } from "./streaks.ts";

const TOLD_WITHIN: Milliseconds = minutes(1);

/** Two peers that are Active to each other and list other addresses, or the same in another order, both say so (20012). */
export class ListsThatDifferAreTold implements Checker {
  readonly invariant = "lists";
  readonly follows = "state";
  readonly #streaks = new Streaks();

  look({ now, views, lifeOf }: Moment, tell: Tell): void {
    for (const [place, one] of views.entries()) {
      for (const other of views.slice(place + 1)) {
        if (!sees(one, other) || !sees(other, one) || one.list.join() === other.list.join()) continue;
        const silent = [one, other].filter(({ alarms }) => !alarms.has(20012));
        if (silent.length === 0) continue;
        const pair = `${one.index}.${lifeOf(one)} ${other.index}.${lifeOf(other)}`;
        if (this.#streaks.note(pair, now) > TOLD_WITHIN)
          tell(
            `peers ${one.index} and ${other.index}`,
            `their lists differ, and peer ${silent.map(({ index }) => index).join(" and peer ")} does not say so`,
          );
      }
    }
    this.#streaks.endLook();
  }
}

const sees = (by: PeerView, other: PeerView): boolean => by.clustered && by.words.get(other.address) === "Active";
