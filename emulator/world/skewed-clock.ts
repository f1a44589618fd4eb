import type { Clock, Timer, TimerAction } from "./clock.ts";
import type { Instant, Milliseconds } from "./duration.ts";

/** One peer's own clock: the lab's time plus an error of its own, which its NTP client measures and takes out. */
export class SkewedClock implements Clock {
  constructor(
    private readonly base: Clock,
    private error: Milliseconds = 0,
  ) {}

  now(): Instant {
    return this.base.now() + this.error;
  }

  monotonic(): Milliseconds {
    return this.base.monotonic();
  }

  after(name: string, delay: Milliseconds, run: TimerAction): Timer {
    return this.base.after(name, delay, run);
  }

  every(name: string, period: Milliseconds, run: TimerAction, first?: Milliseconds): Timer {
    return this.base.every(name, period, run, first);
  }

  /** Moves wall time; monotonic time and timers stay. */
  step(by: Milliseconds): void {
    this.error += by;
  }
}
