import type { SharedTables } from "../../../protocol/cluster/shared-tables.ts";
import type { Clock, Timer } from "../../world/clock.ts";
import { seconds, type Milliseconds } from "../../world/duration.ts";
import type { ClusterPeer } from "./cluster-peer.ts";
import type { DatabaseChannel } from "./database-channel.ts";

/** When a peer did not give its tables, it is asked again after so long. */
const RETRY: Milliseconds = seconds(30);

interface Options {
  readonly clock: Clock;
  readonly channel: DatabaseChannel;
  readonly others: () => readonly ClusterPeer[];
  readonly onChange: () => void;
}

/** The calls and alarms of the other peers, as each has told last: fetched whenever a peer's report announces new ones. */
export class OtherTables {
  readonly #held = new Map<string, SharedTables>();
  readonly #fetching = new Set<string>();
  readonly #failed = new Set<string>();
  #timer: Timer | undefined;

  constructor(private readonly options: Options) {}

  start(): void {
    this.#timer = this.options.clock.every("shared tables", RETRY, () => this.observe());
  }

  stop(): void {
    this.#timer?.cancel();
  }

  /** By address, of the peers that are in contact. */
  get all(): ReadonlyMap<string, SharedTables> {
    return this.#held;
  }

  /** The last request to a peer had no answer. */
  failed(address: string): boolean {
    return this.#failed.has(address);
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
      if (answer?.kind !== "tables") return void this.#failed.add(address);
      this.#failed.delete(address);
      this.#held.set(address, answer);
      this.options.onChange();
    });
  }
}
