import type { SharedTables } from "../../../protocol/cluster/shared-tables.ts";
import type { ClusterPeer } from "./cluster-peer.ts";
import type { DatabaseChannel } from "./database-channel.ts";

interface Options {
  readonly channel: DatabaseChannel;
  readonly others: () => readonly ClusterPeer[];
  readonly onChange: () => void;
}

/** The calls and alarms of the other peers, as each has told last: fetched whenever a peer's report announces new ones. */
export class OtherTables {
  readonly #held = new Map<string, SharedTables>();
  readonly #fetching = new Set<string>();

  constructor(private readonly options: Options) {}

  /** By address, of the peers that are in contact. */
  get all(): ReadonlyMap<string, SharedTables> {
    return this.#held;
  }

  /** Looks whose tables have changed, and forgets those of peers that are lost. */
  observe(): void {
    const active = new Set<string>();
    for (const { address, word, report } of this.options.others()) {
      if (word !== "Active" || !report) continue;
      active.add(address);
      if (this.#held.get(address)?.version !== report.tables && !this.#fetching.has(address)) this.#fetch(address);
    }
    for (const address of this.#held.keys()) if (!active.has(address)) this.#held.delete(address);
  }

  #fetch(address: string): void {
    this.#fetching.add(address);
    this.options.channel.request(address, { ask: "tables" }, (answer) => {
      this.#fetching.delete(address);
      if (answer?.kind !== "tables") return;
      this.#held.set(address, answer);
      this.options.onChange();
    });
  }
}
