import { setTimeout as sleep } from "node:timers/promises";
import type { Activity } from "./activity.ts";
import type { ControlledClock, Timer, TimerAction } from "./clock.ts";
import type { Instant, Milliseconds } from "./duration.ts";
import { Pace } from "./pace.ts";
import { TimerQueue } from "./timer-queue.ts";

/** setTimeout takes no more than 2^31 - 1 ms; a longer wait is made of several. */
const LONGEST_TIMEOUT: Milliseconds = 2 ** 31 - 1;

/**
 * What is under way is waited for this often and this long before the next timer runs: what the kernel has lost never ends.
 * Several short waits, since a process that was stopped meanwhile finds one long wait over before it has read its sockets.
 */
const MOST_WAITS = 5;
const WAIT_MS = 50;

/** A clock that is behind by more of the machine's time than this does not catch up: it goes slower. */
const LONGEST_LAG_MS = 200;

/** While time is advanced, whoever asks the lab something waits for no more timers than this. */
const TIMERS_A_TURN = 100;

export interface RealClockOptions {
  /** Emulated seconds a real second. */
  readonly speed?: number;
  readonly startAt?: Instant;
  /** Time has been advanced by hand and follows the machine's clock again. */
  readonly onAdvanced?: () => void;
  /** The machine cannot hold the speed: time goes slower from now on. Said once for each speed. */
  readonly onSlowed?: (speed: number) => void;
}

/**
 * Emulated time that follows the machine's clock at a chosen speed and can be moved on by hand. It never passes a timer that
 * has not run, nor, at more than the machine's own speed, one thing that another waits for: where the machine is too slow,
 * time is. So nobody takes a busy machine for a peer that does not answer.
 */
export class RealClock implements ControlledClock {
  readonly #queue = new TimerQueue(() => this.#arm());
  #speed: number;
  /** Emulated monotonic time and the machine's monotonic time at the same moment. */
  #anchor = { emulated: 0, machine: performance.now() };
  readonly #startedAt: Instant;
  /** While time is advanced by hand it stands at this moment. */
  #held: Milliseconds | undefined;
  /** While due timers run it stands at the moment of each. */
  #standing: Milliseconds | undefined;
  /** While due timers run: those up to this moment are. */
  #runsUntil: Milliseconds = 0;
  readonly #pace: Pace;
  #timeout: NodeJS.Timeout | undefined;
  #armedFor: Milliseconds | undefined;
  #advancing: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly activity: Activity,
    private readonly onError: (timer: string, error: unknown) => void,
    private readonly options: RealClockOptions = {},
  ) {
    this.#speed = options.speed ?? 1;
    this.#startedAt = options.startAt ?? Date.now();
    this.#pace = new Pace(() => this.monotonic());
  }

  get speed(): number {
    return this.#speed;
  }

  /** Emulated seconds a real second that the machine holds: less than the speed while it cannot hold that. */
  get pace(): number {
    return this.#pace.of(this.#speed);
  }

  /** Time is being moved by hand, and nothing happens but what that brings about. */
  get advancing(): boolean {
    return this.#held !== undefined;
  }

  now(): Instant {
    return this.#startedAt + this.monotonic();
  }

  monotonic(): Milliseconds {
    return this.#held ?? this.#standing ?? Math.min(this.#wanted(), this.#queue.nextDue() ?? Infinity);
  }

  /** How far time would have come on a machine that holds the speed. */
  #wanted(): Milliseconds {
    return this.#anchor.emulated + (performance.now() - this.#anchor.machine) * this.#speed;
  }

  after(name: string, delay: Milliseconds, run: TimerAction): Timer {
    return this.#queue.add(name, this.monotonic() + delay, run);
  }

  every(name: string, period: Milliseconds, run: TimerAction, first = period): Timer {
    return this.#queue.add(name, this.monotonic() + first, run, period);
  }

  timers(): readonly Timer[] {
    return this.#queue.list();
  }

  setSpeed(speed: number): void {
    this.#anchor = { emulated: this.monotonic(), machine: performance.now() };
    this.#speed = speed;
    // What would have been due at the speed before is not yet.
    this.#runsUntil = this.#anchor.emulated;
    this.#pace.begin();
    // What is armed was to be waited for at the speed before.
    this.#armedFor = undefined;
    this.#arm();
  }

  advance(span: Milliseconds): Promise<void> {
    // One advance after another, so that two callers do not move time at once.
    const done = this.#advancing.then(() => this.#advanceNow(span));
    this.#advancing = done.catch(() => {});
    return done;
  }

  /** Ends all timers: the lab is going down. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timeout);
  }

  async #advanceNow(span: Milliseconds): Promise<void> {
    const target = this.monotonic() + span;
    this.#held = this.monotonic();
    await this.activity.settled();
    let run = 0;
    for (let due = this.#queue.nextDue(); due !== undefined && due <= target; due = this.#queue.nextDue()) {
      this.#held = Math.max(this.#held, due);
      this.#runNext();
      // Most timers start nothing; a turn of the event loop for each of them would make two weeks take a minute.
      if (!this.activity.idle || ++run % TIMERS_A_TURN === 0) await this.activity.settled();
      else await Promise.resolve();
    }
    this.#anchor = { emulated: target, machine: performance.now() };
    this.#held = undefined;
    this.options.onAdvanced?.();
    this.#arm();
  }

  #runNext(): void {
    const timer = this.#queue.takeNext();
    this.activity.run(timer.run, (error) => this.onError(timer.name, error));
  }

  #arm(): void {
    if (this.#stopped || this.#held !== undefined) return;
    const due = this.#queue.nextDue();
    if (this.#speed === 0 || due === undefined) {
      clearTimeout(this.#timeout);
      this.#armedFor = undefined;
      return;
    }
    const wait = (due - this.monotonic()) / this.#speed;
    if (this.#armedFor === due && this.#timeout?.hasRef()) return;
    clearTimeout(this.#timeout);
    this.#armedFor = due;
    this.#timeout = setTimeout(() => this.#onTimeout(), Math.min(Math.max(wait, 0), LONGEST_TIMEOUT));
  }

  #onTimeout(): void {
    this.#armedFor = undefined;
    this.#timeout = undefined;
    void this.#runDue();
  }

  /** Runs what is due, each at its own moment. */
  async #runDue(): Promise<void> {
    if (this.#held !== undefined || this.#standing !== undefined) return;
    // As far as time had come at the beginning: at a high speed more is due before all is run, and sockets wait meanwhile.
    this.#runsUntil = this.#wanted();
    this.#standing = this.monotonic();
    // What came in meanwhile is done before anything else begins.
    await this.#settleIfHurried();
    for (let due = this.#queue.nextDue(); due !== undefined && due <= this.#runsUntil; due = this.#queue.nextDue()) {
      if (this.#stopped || this.#held !== undefined) break;
      this.#standing = Math.max(due, this.#standing);
      this.#slowDown();
      this.#runNext();
      await this.#settleIfHurried();
    }
    this.#slowDown();
    this.#standing = undefined;
    this.#arm();
  }

  /** At the machine's own speed, and in time, things take as long as they take. */
  #isHurried(): boolean {
    return this.#speed > 1 || this.#lag() > LONGEST_LAG_MS / 2;
  }

  /** How far time is behind, in milliseconds of the machine. */
  #lag(): number {
    return this.#speed === 0 ? 0 : (this.#wanted() - this.monotonic()) / this.#speed;
  }

  /** Gives up what time is behind by, if that is too much. */
  #slowDown(): void {
    if (this.#held !== undefined || this.#lag() <= LONGEST_LAG_MS) return;
    this.#anchor = { emulated: this.monotonic(), machine: performance.now() };
    this.#runsUntil = this.#anchor.emulated;
    if (this.#pace.slowed()) this.options.onSlowed?.(this.#speed);
  }

  async #settleIfHurried(): Promise<void> {
    if (!this.#isHurried() || this.activity.idle) return;
    const settled = this.activity.settled().then(() => true);
    for (let waits = 0; waits < MOST_WAITS; waits++) {
      const enough = new AbortController();
      const waited = sleep(WAIT_MS, false, { signal: enough.signal }).catch(() => false);
      const isSettled = await Promise.race([settled, waited]);
      enough.abort();
      if (isSettled) return;
    }
  }
}
