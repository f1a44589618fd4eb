import type { Store } from "../../../store/store.ts";
import type { Instant } from "../../../world/duration.ts";
import type { PastCall } from "./call.ts";

/** As many as other peers are ever told of at once, and some. */
const AT_HAND = 100;

/** The calls that are over, kept in the store; the latest are at hand too, because other peers ask after every call. */
export class CallHistory {
  /** Newest first, once somebody has asked for it. */
  #latest: PastCall[] | undefined;

  #clearings = 0;

  constructor(private readonly store: Store) {}

  /** How often all calls were forgotten in this life of the peer. */
  get clearings(): number {
    return this.#clearings;
  }

  append(call: PastCall): void {
    this.store.pastCalls.append(call);
    if (!this.#latest) return;
    this.#latest.unshift(call);
    this.#latest.length = Math.min(this.#latest.length, AT_HAND);
  }

  removeAll(): void {
    this.store.pastCalls.removeAll();
    this.#latest = undefined;
    this.#clearings++;
  }

  /** All that are kept, newest first. */
  all(): readonly PastCall[] {
    return this.store.pastCalls.newest() as PastCall[];
  }

  /** Those that ended after a moment, newest first, at most so many. */
  since(moment: Instant, most: number): readonly PastCall[] {
    this.#latest ??= this.all().slice(0, AT_HAND);
    const found: PastCall[] = [];
    for (const call of this.#latest) {
      if (call.endedAt <= moment || found.length === most) break;
      found.push(call);
    }
    return found;
  }
}
