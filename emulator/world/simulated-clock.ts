import type { Activity } from "./activity.ts";
import type { ControlledClock, Timer, TimerAction } from "./clock.ts";
import type { Instant, Milliseconds } from "./duration.ts";
import { TimerQueue } from "./timer-queue.ts";

/** Time that moves only when told to. It does not wait for anything but work that it started itself. */
export class SimulatedClock implements ControlledClock {
  readonly #queue = new TimerQueue();
  readonly speed = 0;
  readonly pace = 0;
  #monotonic: Milliseconds = 0;

  constructor(
    private readonly activity: Activity,
    private readonly onError: (timer: string, error: unknown) => void,
    private readonly startedAt: Instant,
    /** Called after each timer: the place where a simulation checks what must always hold. */
    private readonly afterEach: () => void = () => {},
  ) {}

  now(): Instant {
    return this.startedAt + this.#monotonic;
  }

  monotonic(): Milliseconds {
    return this.#monotonic;
  }

  after(name: string, delay: Milliseconds, run: TimerAction): Timer {
    return this.#queue.add(name, this.#monotonic + delay, run);
  }

  every(name: string, period: Milliseconds, run: TimerAction, first = period): Timer {
    return this.#queue.add(name, this.#monotonic + first, run, period);
  }

  timers(): readonly Timer[] {
    return this.#queue.list();
  }

  setSpeed(): void {
    throw new RangeError("simulated time has no speed: advance it");
  }

  async advance(span: Milliseconds): Promise<void> {
    const target = this.#monotonic + span;
    if (!this.activity.idle) await this.activity.settled();
    for (let due = this.#queue.nextDue(); due !== undefined && due <= target; due = this.#queue.nextDue()) {
      this.#monotonic = Math.max(this.#monotonic, due);
      const timer = this.#queue.takeNext();
      this.activity.run(timer.run, (error) => this.onError(timer.name, error));
      // Most of a peer's work is synchronous; waiting a turn of the event loop for each timer would cost a hundredfold.
      if (!this.activity.idle) await this.activity.settled();
      this.afterEach();
    }
    this.#monotonic = target;
  }
}
