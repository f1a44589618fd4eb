/** Those who rely on a promise, and are told when it has ended. */
export class Subscribers {
  readonly #listeners = new Set<() => void>();

  /** @returns what ends that */
  add(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  ended(): void {
    for (const listener of this.#listeners) listener();
  }
}
