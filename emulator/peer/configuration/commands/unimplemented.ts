/** Counts what was asked of the twin that it does not have, so that nothing is missed in silence. */
export class Unimplemented {
  readonly #counts = new Map<string, number>();

  constructor(private readonly onNote: (what: string) => void = () => {}) {}

  /** @returns the sentence that the surface answers with */
  note(what: string): string {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
    this.onNote(what);
    return `not implemented by the emulator: ${what}`;
  }

  /** How often each thing was asked for. */
  counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }
}
