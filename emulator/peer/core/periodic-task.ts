import type { Clock, Timer } from "../../world/clock.ts";
import type { Milliseconds } from "../../world/duration.ts";
import type { Network } from "../../world/network.ts";
import type { Facts } from "./facts.ts";

/** What a round has found: "unchanged" when another one would find the same, as long as neither the state of the peer nor anything outside changes. */
export type RoundResult = "unchanged" | "changed";

interface Options {
  readonly name: string;
  readonly clock: Clock;
  readonly network: Network;
  readonly facts: Facts;
  readonly period: Milliseconds;
  readonly round: () => RoundResult;
}

/**
 * Something that is done again and again. While the network promises that nothing changes and the last round brought
 * nothing new, the rounds are left out; when something does change they go on at the moments at which they would have been.
 */
export class PeriodicTask {
  #timer: Timer | undefined;
  /** When the next one is due, or would have been. */
  #next: Milliseconds = 0;
  #started = false;

  constructor(private readonly options: Options) {
    options.facts.onChange((change) => {
      if (change === "state") this.wake();
    });
    options.network.onDisturbed(() => this.wake());
  }

  start(first: Milliseconds = this.options.period): void {
    this.#started = true;
    this.#next = this.options.clock.monotonic() + first;
    this.#setTimer();
  }

  stop(): void {
    this.#started = false;
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  /** Something that the facts do not tell of is new. */
  wake(): void {
    if (!this.#started || this.#timer) return;
    const { clock, period } = this.options;
    // One that was due at this very moment would have been before whatever has changed now.
    const missed = Math.floor((clock.monotonic() - this.#next) / period) + 1;
    this.#next += Math.max(missed, 0) * period;
    this.#setTimer();
  }

  #setTimer(): void {
    const { clock, name } = this.options;
    this.#timer = clock.after(name, this.#next - clock.monotonic(), () => this.#run());
  }

  #run(): void {
    const { network, period, round } = this.options;
    this.#next += period;
    const rests = round() === "unchanged" && network.stableRevision !== undefined;
    this.#timer = undefined;
    if (this.#started && !rests) this.#setTimer();
  }
}
