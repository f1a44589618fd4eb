import type { Store } from "../../store/store.ts";
import type { Random } from "../../world/random.ts";
import type { Configuration } from "../configuration/configuration.ts";

interface Options {
  readonly store: Store;
  readonly configuration: Configuration;
  readonly random: Random;
  /** What went wrong with a copy is past. */
  readonly forgetFailure: () => void;
}

/**
 * The history that the configuration of this peer belongs to has a name. Generations count within one history only: whoever
 * begins to decide for itself begins a new one, and subordinates that knew another take a whole copy.
 */
export class Lineage {
  #name: string;

  constructor(private readonly options: Options) {
    this.#name = options.store.state.get("lineage") ?? "";
  }

  get name(): string {
    return this.#name;
  }

  /** Follows changes of role: a subordinate marks its edits; who was one and is none begins a history of its own. */
  takeRole(subordinate: boolean): void {
    const { store, configuration } = this.options;
    const wasSubordinate = store.state.get("subordinate") ?? false;
    configuration.subordinate = subordinate;
    if (this.#name === "") this.#begin();
    if (subordinate === wasSubordinate) return;
    store.transaction(() => {
      store.state.put("subordinate", subordinate);
      store.state.remove("base");
      this.options.forgetFailure();
      if (!subordinate) this.#begin();
      store.configuration.forgetLocalEdits();
    });
    configuration.forgetLocalEdits();
  }

  #begin(): void {
    this.#name = this.options.random.uuid();
    this.options.store.state.put("lineage", this.#name);
  }
}
