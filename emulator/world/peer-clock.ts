import type { SteppableClock, Timer, TimerAction } from "./clock.ts";
import type { Instant, Milliseconds } from "./duration.ts";
import type { Lifetime, Mortal } from "./lifetime.ts";

/** The clock that a peer's parts are given for one life: its timers end with it. */
export class PeerClock implements SteppableClock {
  constructor(
    private readonly base: SteppableClock,
    private readonly life: Lifetime,
  ) {}

  now(): Instant {
    return this.base.now();
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
    const timer: PeerTimer = new PeerTimer(
      this.life,
      this.base.after(name, delay, () => {
        this.life.release(timer);
        return this.life.run(run);
      }),
    );
    return timer;
  }

  every(name: string, period: Milliseconds, run: TimerAction, first?: Milliseconds): Timer {
    return new PeerTimer(
      this.life,
      this.base.every(name, period, () => this.life.run(run), first),
    );
  }

  step(by: Milliseconds): void {
    if (!this.life.over) this.base.step(by);
  }
}

class PeerTimer implements Timer, Mortal {
  constructor(
    private readonly life: Lifetime,
    private readonly timer: Timer,
  ) {
    if (life.over) timer.cancel();
    else life.hold(this);
  }

  get name(): string {
    return this.timer.name;
  }

  get due(): Milliseconds {
    return this.timer.due;
  }

  cancel(): void {
    this.life.release(this);
    this.timer.cancel();
  }

  drop(): void {
    this.timer.cancel();
  }
}
