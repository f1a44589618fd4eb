import type { Clock } from "./clock.ts";
import { seconds, type Milliseconds } from "./duration.ts";
import type { Fate } from "./network-rule.ts";

/** A reliable stream sends again what is lost; when nothing passes for this long it breaks. */
const PATIENCE: Milliseconds = seconds(20);
const RETRY: Milliseconds = seconds(1);

/** One direction of a stream: everything arrives in order; what is lost or held up holds up what is behind it. */
export class StreamDirection {
  readonly #queue: { readonly arrive: () => void; readonly fate: () => Fate }[] = [];
  #stalled = false;
  #stopped = false;
  /** When the last of what is on its way arrives. */
  #lastArrival: Milliseconds = 0;

  constructor(
    private readonly clock: Clock,
    private readonly fate: () => Fate,
    private readonly onBroken: () => void,
  ) {}

  /** `fate` where it is not that of the direction. */
  push(arrive: () => void, fate: () => Fate = this.fate): void {
    if (this.#stopped) return;
    this.#queue.push({ arrive, fate });
    if (!this.#stalled) this.#sendAll(PATIENCE);
  }

  stop(): void {
    this.#stopped = true;
    this.#queue.length = 0;
  }

  #sendAll(patience: Milliseconds): void {
    let left = patience;
    this.#stalled = false;
    // What arrives may itself send more, and find the way lost.
    for (let next = this.#queue[0]; next && !this.#stalled; next = this.#queue[0]) {
      const fate = next.fate();
      if (fate === "lost") return this.#sendAgain(left);
      left = PATIENCE;
      this.#queue.shift();
      this.#send(next.arrive, fate);
    }
  }

  #sendAgain(patience: Milliseconds): void {
    if (patience <= 0) return this.onBroken();
    this.#stalled = true;
    this.clock.after("send again", RETRY, () => this.#sendAll(patience - RETRY));
  }

  #send(arrive: () => void, late: Milliseconds): void {
    const now = this.clock.monotonic();
    const arrival = Math.max(now + late, this.#lastArrival);
    if (arrival <= now) return arrive();
    this.#lastArrival = arrival;
    this.clock.after("held-up stream", arrival - now, () => {
      if (!this.#stopped) arrive();
    });
  }
}
