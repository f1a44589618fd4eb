import type { Clock, SteppableClock, Timer, TimerAction } from "./clock.ts";
import type { Instant, Milliseconds } from "./duration.ts";

const MILLION = 1_000_000;

/** One peer's own clock: the lab's time plus an error of its own, which its NTP client measures and takes out. */
export class SkewedClock implements SteppableClock {
  /** How fast the error grows, and since when. */
  #drift: { readonly partsPerMillion: number; readonly since: Milliseconds } = { partsPerMillion: 0, since: 0 };

  constructor(
    private readonly base: Clock,
    private error: Milliseconds = 0,
  ) {}

  now(): Instant {
    return this.base.now() + this.error + this.#drifted();
  }

  monotonic(): Milliseconds {
    return this.base.monotonic();
  }

  get speed(): number {
    return this.base.speed;
  }

  get pace(): number {
    return this.base.pace;
  }

  after(name: string, delay: Milliseconds, run: TimerAction): Timer {
    return this.base.after(name, delay, run);
  }

  every(name: string, period: Milliseconds, run: TimerAction, first?: Milliseconds): Timer {
    return this.base.every(name, period, run, first);
  }

  step(by: Milliseconds): void {
    this.error += by;
  }

  /** Lets wall time run ahead (or behind, below zero) from now on, by so many seconds in a million; 0 ends it. */
  drift(partsPerMillion: number): void {
    this.error += this.#drifted();
    this.#drift = { partsPerMillion, since: this.base.monotonic() };
  }

  #drifted(): Milliseconds {
    const { partsPerMillion, since } = this.#drift;
    return partsPerMillion === 0 ? 0 : ((this.base.monotonic() - since) * partsPerMillion) / MILLION;
  }
}
