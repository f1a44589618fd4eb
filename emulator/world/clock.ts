import type { Instant, Milliseconds } from "./duration.ts";

/** A timer that has been set: it can be listed and cancelled. */
export interface Timer {
  readonly name: string;
  /** The monotonic moment at which it is due next. */
  readonly due: Milliseconds;
  cancel(): void;
}

/** What a timer runs. A promise is watched for failure, not waited for: it may well wait for time itself. */
export type TimerAction = () => void | Promise<void>;

/**
 * The only time that a peer knows. Wall time may be stepped and may drift; monotonic time never goes back, and timers
 * follow it alone.
 */
export interface Clock {
  /** The wall time that this clock's owner believes. */
  now(): Instant;
  monotonic(): Milliseconds;
  /** Emulated seconds a real second; 0 while time stands still or is moved on by hand. */
  readonly speed: number;
  /** Emulated seconds a real second as the machine holds them: below the speed while it is too slow for that. */
  readonly pace: number;
  /** Runs once, `delay` from now. Names appear in lists of timers and in failures. */
  after(name: string, delay: Milliseconds, run: TimerAction): Timer;
  /** Runs every `period`, the first time after `first` (by default a whole period). */
  every(name: string, period: Milliseconds, run: TimerAction, first?: Milliseconds): Timer;
}

/** A clock of which the wall time can be set, as an NTP client does. */
export interface SteppableClock extends Clock {
  /** Moves wall time; monotonic time and timers stay. */
  step(by: Milliseconds): void;
}

/** A clock that its owner can hurry, stop and move on. */
export interface ControlledClock extends Clock {
  setSpeed(speed: number): void;
  /** Runs everything due within `span` in order and resolves when all of it has settled. */
  advance(span: Milliseconds): Promise<void>;
  /** The timers that are set, next first. */
  timers(): readonly Timer[];
}
