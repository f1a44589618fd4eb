import type { Milliseconds } from "../../../world/duration.ts";

/** The latest failures of each address. What is older than the window no longer counts. */
export class FailureCounts {
  /** Moments on the monotonic clock, oldest first; the address that failed last comes last. */
  readonly #byAddress = new Map<string, readonly Milliseconds[]>();

  /** @returns how often the address has failed within the window, this time included */
  note(address: string, now: Milliseconds, window: Milliseconds): number {
    const times = [...(this.#byAddress.get(address) ?? []).filter((time) => now - time < window), now];
    this.#byAddress.delete(address);
    this.#byAddress.set(address, times);
    this.#forgetBefore(now - window);
    return times.length;
  }

  /** The failures of all addresses within the window. */
  within(now: Milliseconds, window: Milliseconds): number {
    let count = 0;
    for (const times of this.#byAddress.values()) count += times.filter((time) => now - time < window).length;
    return count;
  }

  /** An address begins anew: it was blocked for what it did. */
  forget(address: string): void {
    this.#byAddress.delete(address);
  }

  clear(): void {
    this.#byAddress.clear();
  }

  /** Whoever guesses from ever new addresses is not to fill the memory. */
  #forgetBefore(moment: Milliseconds): void {
    for (const [address, times] of this.#byAddress) {
      if ((times.at(-1) ?? moment) > moment) return;
      this.#byAddress.delete(address);
    }
  }
}
