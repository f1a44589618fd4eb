import type { Milliseconds } from "../../../emulator/world/duration.ts";

/** How long things have been so without a break. */
export class Streaks {
  readonly #streaks = new Map<string, { readonly like: string; readonly since: Milliseconds; seen: number }>();
  #looks = 0;

  /**
   * Notes that something is so at this moment, and how: what is so in another way begins anew.
   * @returns for how long it has been so
   */
  note(what: string, now: Milliseconds, like = ""): Milliseconds {
    const known = this.#streaks.get(what);
    if (known?.like === like) {
      known.seen = this.#looks;
      return now - known.since;
    }
    this.#streaks.set(what, { like, since: now, seen: this.#looks });
    return 0;
  }

  /** Ends a look: whatever was not noted in it is no longer so. */
  endLook(): void {
    for (const [what, { seen }] of this.#streaks) if (seen !== this.#looks) this.#streaks.delete(what);
    this.#looks++;
  }
}
