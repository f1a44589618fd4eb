import { seededRandom, type Random } from "./random.ts";

/** How often a fault strikes, of the times that it could: each time unless told. All that is given must agree. */
export interface Frequency {
  /** The probability of each time, 0 to 1. */
  readonly share?: number;
  /** Every so manieth time: 3 is the third, the sixth and so on. */
  readonly every?: number;
  /** Not more than so many times. */
  readonly count?: number;
}

/** Counts and decides when a fault strikes. The same seed and the same events give the same strikes. */
export class Occurrence {
  readonly random: Random;
  #seen = 0;
  #struck = 0;

  constructor(
    private readonly frequency: Frequency,
    seed: number,
    /** Called after the last strike that `count` allows. */
    private readonly onSpent: () => void = () => {},
  ) {
    this.random = seededRandom(seed);
  }

  get struck(): number {
    return this.#struck;
  }

  /** It strikes each time, so that it makes no difference how often it is asked. */
  get always(): boolean {
    const { share, every, count } = this.frequency;
    return share === undefined && every === undefined && count === undefined;
  }

  /** Asked each time the fault could strike. */
  strikes(): boolean {
    const { share = 1, every = 1, count = Infinity } = this.frequency;
    if (this.#struck >= count || ++this.#seen % every !== 0) return false;
    if (share < 1 && this.random.fraction() >= share) return false;
    this.#struck++;
    if (this.#struck === count) this.onSpent();
    return true;
  }
}
