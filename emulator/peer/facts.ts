/**
 * Tells that something which alarms or status are derived from has changed. Whoever changes a fact says so here; whoever
 * derives something from facts listens here.
 */
export class Facts {
  #revision = 0;
  #telling = false;
  readonly #listeners: (() => void)[] = [];

  /** Grows with every change: what was rendered at one revision still holds while the revision is the same. */
  get revision(): number {
    return this.#revision;
  }

  changed(): void {
    this.#revision++;
    // A listener may change facts itself (an alarm is a fact of the status tree); it is told once more, not recursively.
    if (this.#telling) return;
    this.#telling = true;
    try {
      for (let told = -1; told !== this.#revision;) {
        told = this.#revision;
        for (const listener of this.#listeners) listener();
      }
    } finally {
      this.#telling = false;
    }
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }
}

/** Makes something of the facts once for each time that they change, however often it is asked for. */
export function oncePerChange<Made>(facts: Facts, make: () => Made): () => Made {
  let kept: { readonly revision: number; readonly made: Made } | undefined;
  return () => {
    const { revision } = facts;
    if (kept?.revision !== revision) kept = { revision, made: make() };
    return kept.made;
  };
}
