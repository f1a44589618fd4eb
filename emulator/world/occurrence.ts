import { seededRandom, type Random } from "./random.ts";

/** How often a fault fires, of the times that it could: by default each time. All that is given must agree. */
export interface Frequency {
  /** The probability of each time, 0 to 1. */
  readonly share?: number;
  /** Every nth time: 3 is the third, the sixth and so on. */
  readonly every?: number;
  /** Not more than so many times. */
  readonly count?: number;
}

/** Counts and decides when a fault fires. The same seed and the same events give the same fires. */
export class Occurrence {
  readonly random: Random;
  #seen = 0;
  #fired = 0;

  constructor(
    private readonly frequency: Frequency,
    seed: number,
    /** Called after the last fire that `count` allows. */
    private readonly onSpent: () => void = () => {},
  ) {
    this.random = seededRandom(seed);
  }

  get fired(): number {
    return this.#fired;
  }

  /** It fires each time, so that it makes no difference how often it is asked. */
  get always(): boolean {
    const { share, every, count } = this.frequency;
    return share === undefined && every === undefined && count === undefined;
  }

  /** Asked each time the fault could fire. */
  fires(): boolean {
    const { share = 1, every = 1, count = Infinity } = this.frequency;
    if (this.#fired >= count || ++this.#seen % every !== 0) return false;
    if (share < 1 && this.random.fraction() >= share) return false;
    this.#fired++;
    if (this.#fired === count) this.onSpent();
    return true;
  }
}
