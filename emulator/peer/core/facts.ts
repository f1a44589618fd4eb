/**
 * What has changed: "usage", only what calls, registrations and relays take of licenses and bandwidth at this moment; "state",
 * anything else. Use changes with every call, and most of a peer does not depend on it.
 */
export type Change = "state" | "usage";

/**
 * Tells that something which alarms or status are derived from has changed. Whoever changes a fact says so here; whoever
 * derives something from facts listens here.
 */
export class Facts {
  #revision = 0;
  #stateRevision = 0;
  #telling = false;
  readonly #listeners: ((change: Change) => void)[] = [];

  /** Grows with every change: what was rendered at one revision still holds while the revision is the same. */
  get revision(): number {
    return this.#revision;
  }

  /** Grows with every change that is not of usage alone. */
  get stateRevision(): number {
    return this.#stateRevision;
  }

  changed(change: Change = "state"): void {
    this.#revision++;
    if (change === "state") this.#stateRevision++;
    // A listener may change facts itself (an alarm is a fact of the status tree); it is told once more, not recursively.
    if (this.#telling) return;
    this.#telling = true;
    try {
      let toldState = change === "state" ? -1 : this.#stateRevision;
      for (let told = -1; told !== this.#revision;) {
        const now: Change = toldState === this.#stateRevision ? "usage" : "state";
        told = this.#revision;
        toldState = this.#stateRevision;
        for (const listener of this.#listeners) listener(now);
      }
    } finally {
      this.#telling = false;
    }
  }

  onChange(listener: (change: Change) => void): void {
    this.#listeners.push(listener);
  }
}

/** Makes something that does not depend on use once for each time that the state changes, however often it is asked for. */
export function oncePerChange<Made>(facts: Facts, make: () => Made): () => Made {
  let kept: { readonly revision: number; readonly made: Made } | undefined;
  return () => {
    const revision = facts.stateRevision;
    if (kept?.revision !== revision) kept = { revision, made: make() };
    return kept.made;
  };
}
