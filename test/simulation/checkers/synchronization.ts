import { seconds, type Instant, type Milliseconds } from "../../../emulator/world/duration.ts";
import type { Checker, Moment, Tell } from "./checker.ts";
import type { PeerView } from "./peer-view.ts";

/** So long after an announced synchronization a peer has copied or says what is wrong. */
const OVERDUE_AFTER: Milliseconds = seconds(30);

/** A copy that takes no time is of the same instant as the announced one, but for rounding. */
const A_MOMENT: Milliseconds = seconds(1);

/** What a peer announced while it was well. */
interface Announcement {
  readonly life: string;
  readonly due: Milliseconds;
  /** What it showed for its last synchronization before that. */
  last: Instant | undefined;
}

/** I6: who announces its next synchronization and is well from then on has copied half a minute later. */
export class AnnouncedCopiesCome implements Checker {
  readonly invariant = "I6";
  readonly follows = "state";
  readonly #announced = new Map<number, Announcement>();

  look({ now, views, at, ways, lifeOf }: Moment, tell: Tell): void {
    const seen = new Set<number>();
    for (const view of views) {
      if (view.database !== "Active" || view.trouble.length > 0) continue;
      const next = nextOf(view, now);
      if (next === undefined) continue;
      seen.add(view.index);
      const life = `${lifeOf(view)} ${view.primaryAddress}`;
      const last = view.device.cluster.lastSynchronization;
      const known = this.#announced.get(view.index);
      if (known?.life !== life) this.#announced.set(view.index, { life, due: next, last });
      else if (now < known.due - A_MOMENT) known.last = last;
      else if (now > known.due + OVERDUE_AFTER) {
        const primary = at(view.primaryAddress);
        const brokenSince = primary && ways.streamBrokenSince(view.index, primary.index, now);
        if (last === known.last) tell(`peer ${view.index}`, "announced a synchronization, is well, and has not copied");
        else if (brokenSince !== undefined && brokenSince < known.due)
          tell(`peer ${view.index}`, "shows a synchronization that no stream has carried");
        this.#announced.set(view.index, { life, due: next, last });
      }
    }
    for (const index of this.#announced.keys()) if (!seen.has(index)) this.#announced.delete(index);
  }
}

/** When the next synchronization is due by what a peer shows, on the lab's clock. */
function nextOf({ device }: PeerView, now: Milliseconds): Milliseconds | undefined {
  const { nextSynchronization } = device.cluster;
  return nextSynchronization && now + nextSynchronization - device.clock.now();
}
