import type { Milliseconds } from "./duration.ts";

/** Over so much of the machine's time the pace is measured. */
const MEASURED_OVER_MS = 5000;

interface Mark {
  readonly emulated: Milliseconds;
  readonly machine: number;
}

/** How fast emulated time really goes where the machine cannot hold the speed that was asked for. */
export class Pace {
  #from: Mark;
  #before: Mark | undefined;
  #slowedAt: number | undefined;

  /** @param monotonic the emulated time */
  constructor(private readonly monotonic: () => Milliseconds) {
    this.#from = this.#mark();
  }

  /** Another speed is asked for. */
  begin(): void {
    this.#from = this.#mark();
    this.#before = undefined;
    this.#slowedAt = undefined;
  }

  /** Time has been given up. @returns true the first time since the speed was asked for */
  slowed(): boolean {
    const first = this.#slowedAt === undefined;
    this.#slowedAt = performance.now();
    this.#takeMark();
    return first;
  }

  /** Emulated seconds a real second; the speed itself while it is held. */
  of(speed: number): number {
    if (this.#slowedAt === undefined || performance.now() - this.#slowedAt > MEASURED_OVER_MS) return speed;
    this.#takeMark();
    const { emulated, machine } = this.#before ?? this.#from;
    const span = performance.now() - machine;
    return span === 0 ? speed : Math.min(speed, (this.monotonic() - emulated) / span);
  }

  #takeMark(): void {
    if (performance.now() - this.#from.machine < MEASURED_OVER_MS) return;
    this.#before = this.#from;
    this.#from = this.#mark();
  }

  #mark(): Mark {
    return { emulated: this.monotonic(), machine: performance.now() };
  }
}
