import type { SharedTables } from "../../../protocol/cluster/shared-tables.ts";
import type { Clock } from "../../world/clock.ts";
import { seconds, type Milliseconds } from "../../world/duration.ts";
import type { Network } from "../../world/network.ts";
import type { Facts } from "../core/facts.ts";
import { PeriodicTask, type RoundResult } from "../core/periodic-task.ts";
import type { ClusterPeer } from "./cluster-peer.ts";
import type { DatabaseChannel } from "./database-channel.ts";

/** When a peer did not give its tables, it is asked again after so long. */
const RETRY: Milliseconds = seconds(30);

interface Options {
  readonly clock: Clock;
  readonly network: Network;
  readonly facts: Facts;
  readonly channel: DatabaseChannel;
  readonly others: () => readonly ClusterPeer[];
}

/** Calls that are over, as many of each peer as it shares. */
const PAST_CALLS_KEPT = 50;

/** The calls and alarms of the other peers, as each has told last: fetched whenever a peer announces new ones. */
export class OtherTables {
  readonly #held = new Map<string, SharedTables>();
  readonly #announced = new Map<string, number>();
  readonly #fetching = new Set<string>();
  readonly #failed = new Set<string>();
  readonly #rounds: PeriodicTask;

  constructor(private readonly options: Options) {
    this.#rounds = new PeriodicTask({ ...options, name: "shared tables", period: RETRY, round: () => this.#round() });
  }

  start(): void {
    this.#rounds.start();
  }

  stop(): void {
    this.#rounds.stop();
  }

  /** By address, of the peers that are in contact. */
  get all(): ReadonlyMap<string, SharedTables> {
    return this.#held;
  }

  /** The last request to a peer had no answer. */
  failed(address: string): boolean {
    return this.#failed.has(address);
  }

  /** A peer says which version of its tables is the latest. */
  announce(address: string, version: number): void {
    if (this.#announced.get(address) === version) return;
    this.#announced.set(address, version);
    this.observe();
  }

  /** Looks whose tables have changed, and forgets those of peers that are lost. */
  observe(): void {
    const active = new Set<string>();
    for (const { address, word } of this.options.others()) {
      if (word !== "Active") continue;
      active.add(address);
      const announced = this.#announced.get(address);
      const known = this.#held.get(address)?.version === announced;
      if (announced !== undefined && !known && !this.#fetching.has(address)) this.#fetch(address);
    }
    for (const address of this.#held.keys()) if (!active.has(address)) this.#held.delete(address);
  }

  #round(): RoundResult {
    this.observe();
    return this.#fetching.size > 0 || this.#failed.size > 0 ? "changed" : "unchanged";
  }

  #fetch(address: string): void {
    this.#fetching.add(address);
    const { history = 0, pastCalls: known = [] } = this.#held.get(address) ?? {};
    const request = { ask: "tables", history, pastAfter: known[0]?.endedAt ?? 0 } as const;
    this.options.channel.request(address, request, (answer) => {
      this.#fetching.delete(address);
      if (answer?.kind !== "tables") return void this.#failed.add(address);
      this.#failed.delete(address);
      const pastCalls = [...answer.pastCalls, ...(answer.history === history ? known : [])].slice(0, PAST_CALLS_KEPT);
      this.#held.set(address, { ...answer, pastCalls });
      // What was announced meanwhile may be older than what came.
      if ((this.#announced.get(address) ?? 0) <= answer.version) this.#announced.set(address, answer.version);
      this.observe();
    });
  }
}
