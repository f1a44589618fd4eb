import type { Milliseconds } from "../../../emulator/world/duration.ts";
import type { Checker, Moment, Tell } from "./checker.ts";

/** Comparing all alarms with their conditions takes a while: each time would take most of a run. */
const LOOKS_BETWEEN = 97;

/**
 * An alarm stands if and only if its condition holds: no fact changes without a word. What is so at one instant alone is no
 * finding: a condition of time holds a moment before the timer of the same instant has told of it.
 */
export class AlarmsFollowConditions implements Checker {
  readonly invariant = "alarms";
  readonly follows = "usage";
  #looks = 0;
  #suspectedAt: Milliseconds | undefined;
  #suspected: ReadonlySet<string> = new Set();

  look({ now, views, lifeOf }: Moment, tell: Tell): void {
    const suspects = this.#suspectedAt !== undefined && now > this.#suspectedAt;
    if (!suspects && ++this.#looks % LOOKS_BETWEEN !== 0) return;
    const found = new Set<string>();
    for (const view of views) {
      for (const id of view.device.alarms.outOfStep()) {
        const what = `${view.index}.${lifeOf(view)} ${id}`;
        found.add(what);
        if (suspects && this.#suspected.has(what))
          tell(`peer ${view.index}, ${id}`, `alarm ${id} does not follow its condition`);
      }
    }
    this.#suspectedAt = suspects || found.size === 0 ? undefined : now;
    this.#suspected = found;
  }
}
