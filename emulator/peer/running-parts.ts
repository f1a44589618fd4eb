import type { Part } from "./part.ts";

/** The parts of a peer that run, in the order in which they were started. */
export class RunningParts {
  readonly #started: Part[] = [];

  get names(): readonly string[] {
    return this.#started.map(({ name }) => name);
  }

  async start(part: Part): Promise<void> {
    this.#started.push(part);
    await part.start?.();
  }

  /** Stops them in the opposite order. */
  async stop(): Promise<void> {
    for (const part of this.#started.splice(0).toReversed()) await part.stop?.();
  }
}
