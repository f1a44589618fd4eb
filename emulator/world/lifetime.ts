/** What ends with a lifetime. */
export interface Mortal {
  drop(): void;
}

/** From one start of a peer to its end: whatever it opened or set meanwhile can be dropped at once. */
export class Lifetime {
  readonly #held = new Set<Mortal>();
  #over = false;
  /** Told of what a handler throws while life goes on. */
  onFailure: (error: unknown) => void = () => {};

  get over(): boolean {
    return this.#over;
  }

  hold(mortal: Mortal): void {
    this.#held.add(mortal);
  }

  release(mortal: Mortal): void {
    this.#held.delete(mortal);
  }

  /** Runs a handler, unless life is over. What a handler throws in the middle of which it ended is nobody's concern. */
  run(handler: () => void | Promise<void>): void | Promise<void> {
    if (this.#over) return;
    try {
      return handler()?.catch((error: unknown) => this.#fail(error));
    } catch (error) {
      this.#fail(error);
    }
  }

  end(): void {
    this.#over = true;
    for (const mortal of this.#held) mortal.drop();
    this.#held.clear();
  }

  #fail(error: unknown): void {
    if (this.#over) return;
    this.onFailure(error);
    throw error;
  }
}
