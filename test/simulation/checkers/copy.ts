import { minutes, type Milliseconds } from "../../../emulator/world/duration.ts";
import type { Checker, Moment, Tell } from "./checker.ts";
import type { PeerView } from "./peer-view.ts";
import { Streaks } from "./streaks.ts";

/** A copy comes every 2 minutes; in so long there was time for two. */
const ACTIVE_MEANS_EQUAL: Milliseconds = minutes(5);
const ACTIVE_MEANS_A_PRIMARY: Milliseconds = minutes(1);

/** I1: who says for five minutes that all is well with its copy had, at some instant of them, what its primary has. */
export class CopyIsEqual implements Checker {
  readonly invariant = "I1";
  readonly follows = "state";
  readonly #streaks = new Streaks();
  /** When each was equal last, and whether it still was at the last look: nothing changes between two looks. */
  readonly #equal = new Map<string, { readonly at: Milliseconds; readonly still: boolean }>();

  look({ now, views, at, lifeOf }: Moment, tell: Tell): void {
    for (const view of views) {
      const { primaryAddress } = view;
      if (!isActive(view) || primaryAddress === undefined || view.isOwnPrimary) continue;
      const what = `${view.index}.${lifeOf(view)} ${primaryAddress}`;
      const lasting = this.#streaks.note(what, now);
      const known = lasting === 0 ? undefined : this.#equal.get(what);
      const still = at(primaryAddress)?.digest === view.digest;
      const equalAt = still || known?.still ? now : (known?.at ?? now);
      this.#equal.set(what, { at: equalAt, still });
      if (now - equalAt > ACTIVE_MEANS_EQUAL)
        tell(`peer ${view.index}`, `is Active and has had nothing of ${primaryAddress}, its primary, for five minutes`);
    }
    this.#streaks.endLook();
  }
}

/** I1b: nobody is Active whose number of the primary points at a blank field. */
export class PrimaryHasAnAddress implements Checker {
  readonly invariant = "I1b";
  readonly follows = "state";
  readonly #streaks = new Streaks();

  look({ now, views, lifeOf }: Moment, tell: Tell): void {
    for (const view of views) {
      if (!isActive(view) || view.primaryAddress !== undefined) continue;
      if (this.#streaks.note(`${view.index}.${lifeOf(view)}`, now) > ACTIVE_MEANS_A_PRIMARY)
        tell(`peer ${view.index}`, "is Active and its number of the primary points at a blank field");
    }
    this.#streaks.endLook();
  }
}

const isActive = (view: PeerView): boolean => view.clustered && view.database === "Active";
