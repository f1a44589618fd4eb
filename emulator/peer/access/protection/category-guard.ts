import type { Clock, Timer } from "../../../world/clock.ts";
import type { Milliseconds } from "../../../world/duration.ts";
import { FailureCounts } from "./failure-counts.ts";

/** The blocking rules of a category. */
export interface BlockingRules {
  /** This many failures within the window make a block. */
  readonly triggerLevel: number;
  readonly detectionWindow: Milliseconds;
  readonly blockDuration: Milliseconds;
}

/** Why an address is no longer blocked, as the log tells it. */
export type UnblockReason = "Block duration expired" | "Category disabled" | `Unblocked by ${string}`;

export interface CategoryGuardOptions {
  readonly clock: Clock;
  /** The category, for the names of timers. */
  readonly name: string;
  readonly rules: () => BlockingRules;
  readonly onBlocked: (address: string, failures: number, duration: Milliseconds) => void;
  readonly onUnblocked: (address: string, reason: UnblockReason) => void;
}

/** One category at work: it counts the failures of each address and blocks those that fail too often. */
export class CategoryGuard {
  readonly #failures = new FailureCounts();
  readonly #blocks = new Map<string, Timer>();
  #running = false;
  #totalFailures = 0;
  #totalBlocks = 0;

  constructor(private readonly options: CategoryGuardOptions) {}

  get running(): boolean {
    return this.#running;
  }

  /** Running totals since the category was last enabled. */
  get totals(): { readonly failures: number; readonly blocks: number } {
    return { failures: this.#totalFailures, blocks: this.#totalBlocks };
  }

  /** The failures that count towards a block at this moment. */
  get currentFailures(): number {
    return this.#failures.within(this.options.clock.monotonic(), this.options.rules().detectionWindow);
  }

  /** The blocked addresses and how long each will stay so. */
  get blocked(): ReadonlyMap<string, Milliseconds> {
    const now = this.options.clock.monotonic();
    return new Map([...this.#blocks].map(([address, { due }]) => [address, due - now]));
  }

  blocks(address: string): boolean {
    return this.#blocks.has(address);
  }

  /** Administrator Guide, "Additional information": a category is reset whenever it is enabled. */
  run(running: boolean): void {
    if (running === this.#running) return;
    this.#running = running;
    this.#failures.clear();
    for (const address of this.#blocks.keys()) this.unblock(address, "Category disabled");
    if (!running) return;
    this.#totalFailures = 0;
    this.#totalBlocks = 0;
  }

  /** A failure of an address; one that is blocked already has failed over a connection from before the block. */
  failed(address: string): void {
    if (!this.#running) return;
    this.#totalFailures++;
    if (this.#blocks.has(address)) return;
    const { triggerLevel, detectionWindow, blockDuration } = this.options.rules();
    const count = this.#failures.note(address, this.options.clock.monotonic(), detectionWindow);
    if (count >= triggerLevel) this.#block(address, count, blockDuration);
  }

  /** After it an address has to fail the full number of times before it is blocked again. @returns whether it was blocked */
  unblock(address: string, reason: UnblockReason): boolean {
    const timer = this.#blocks.get(address);
    if (!timer) return false;
    timer.cancel();
    this.#blocks.delete(address);
    this.options.onUnblocked(address, reason);
    return true;
  }

  /** The peer goes down, and nothing is told of any more. */
  stop(): void {
    for (const timer of this.#blocks.values()) timer.cancel();
    this.#blocks.clear();
    this.#running = false;
  }

  #block(address: string, count: number, duration: Milliseconds): void {
    const { clock, name, onBlocked } = this.options;
    const expire = (): void => void this.unblock(address, "Block duration expired");
    this.#failures.forget(address);
    this.#blocks.set(address, clock.after(`${name}: unblock ${address}`, duration, expire));
    this.#totalBlocks++;
    onBlocked(address, count, duration);
  }
}
