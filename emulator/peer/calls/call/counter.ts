/** Now, most at once and all since the last restart. */
export type Count = { readonly Current: number; readonly Max: number; readonly Total: number };

/** Counts what comes and goes, as the resource usage tables show it. */
export class Counter {
  #current = 0;
  #max = 0;
  #total = 0;

  up(amount = 1): void {
    this.#current += amount;
    this.#total += amount;
    this.#max = Math.max(this.#max, this.#current);
  }

  down(amount = 1): void {
    this.#current -= amount;
  }

  get values(): Count {
    return { Current: this.#current, Max: this.#max, Total: this.#total };
  }
}
