import type { Part } from "./part.ts";

/** The parts of a peer that have been started, or have begun to start: these are to be stopped, the last one first. */
export class StartedParts {
  readonly #parts: Part[] = [];

  /** In the order in which they were begun. */
  get names(): readonly string[] {
    return this.#parts.map(({ name }) => name);
  }

  /** @throws whatever a part throws; all that was begun is stopped then */
  async start(parts: readonly Part[]): Promise<void> {
    try {
      await Promise.all(parts.map((part) => this.#startOne(part)));
      for (const part of parts) part.ready?.();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    for (const part of this.#parts.toReversed()) await part.stop?.();
  }

  async #startOne(part: Part): Promise<void> {
    this.#parts.push(part);
    await part.start?.();
  }
}
