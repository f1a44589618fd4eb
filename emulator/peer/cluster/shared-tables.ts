import type { SharedTables } from "../../../protocol/cluster/shared-tables.ts";
import type { Clock } from "../../world/clock.ts";
import { seconds, type Milliseconds } from "../../world/duration.ts";
import type { Network } from "../../world/network.ts";
import type { Facts } from "../core/facts.ts";
import { PeriodicTask, type RoundResult } from "../core/periodic-task.ts";
import type { ClusterPeer } from "./cluster-peer.ts";
import type { DatabaseChannel } from "./database-channel.ts";
import type { DatabaseContacts } from "./database-contacts.ts";
import type { KeyExchange } from "./key-exchange.ts";

/** A peer whose database cannot be reached is asked again after so long. */
const RETRY: Milliseconds = seconds(30);

interface Options {
  readonly clock: Clock;
  readonly network: Network;
  readonly facts: Facts;
  readonly keys: Pick<KeyExchange, "current">;
  readonly channel: DatabaseChannel;
  readonly contacts: DatabaseContacts;
  readonly others: () => readonly ClusterPeer[];
}

/** Calls that are over, as many of each peer as it shares. */
const PAST_CALLS_KEPT = 50;

/** The calls and alarms of the other peers, as each has told last: fetched whenever a peer announces new ones. */
export class OtherTables {
  readonly #held = new Map<string, SharedTables>();
  readonly #announced = new Map<string, number>();
  readonly #fetching = new Set<string>();
  /** The ways to the others when all were asked last: while they are the same, all would answer as they did. */
  #askedBy: string | undefined;
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

  /** A peer says which version of its tables is the latest. */
  announce(address: string, version: number): void {
    if (this.#announced.get(address) === version) return;
    this.#announced.set(address, version);
    this.observe();
  }

  /** Looks whose tables have changed and who has come into contact, and forgets the tables of those that are lost. */
  observe(): void {
    const { contacts, others } = this.options;
    const listed = others();
    const reachable = listed.filter(({ report }) => report);
    contacts.retain(addressesOf(reachable), addressesOf(listed));
    const active = new Set<string>();
    for (const { address, word } of reachable) {
      if (word === "Active") active.add(address);
      const announced = this.#announced.get(address);
      const news = word === "Active" && announced !== undefined && this.#held.get(address)?.version !== announced;
      // Where an exchange has failed, the rounds and the second try come back to it.
      if (!contacts.everTried(address) || (news && !contacts.isFailing(address))) this.exchange(address);
    }
    for (const address of this.#held.keys()) if (!active.has(address)) this.#held.delete(address);
  }

  /** Asks a peer for what is new in its tables, unless it is being asked. */
  exchange(address: string): void {
    if (this.#fetching.has(address)) return;
    this.#fetching.add(address);
    const { history = 0, pastCalls: known = [] } = this.#held.get(address) ?? {};
    const request = { ask: "tables", history, pastAfter: known[0]?.endedAt ?? 0 } as const;
    this.options.channel.request(address, request, (answer) => {
      this.#fetching.delete(address);
      if (answer?.kind !== "tables") return;
      const pastCalls = [...answer.pastCalls, ...(answer.history === history ? known : [])].slice(0, PAST_CALLS_KEPT);
      this.#held.set(address, { ...answer, pastCalls });
      // What was announced meanwhile may be older than what came.
      if ((this.#announced.get(address) ?? 0) <= answer.version) this.#announced.set(address, answer.version);
      this.observe();
    });
  }

  /**
   * Asks all that can be reached, though nothing may have changed, as often as configuration is copied: so each peer knows
   * whether the database of the other can be reached.
   * @param asked a peer that is just being asked for a copy, which tells the same
   */
  exchangeWithAll(asked: string | undefined): void {
    const ways = this.#ways();
    if (ways !== undefined && ways === this.#askedBy) return;
    this.#askedBy = ways;
    for (const { address, report } of this.options.others()) if (report && address !== asked) this.exchange(address);
  }

  /** The association with each peer that can be reached, in a network that promises that nothing has changed. */
  #ways(): string | undefined {
    const { keys, network, others } = this.options;
    if (network.stableRevision === undefined) return undefined;
    const associations = others().flatMap(({ address, report }) =>
      report ? [address, keys.current(address)?.id] : [],
    );
    return [network.stableRevision, ...associations].join(" ");
  }

  #round(): RoundResult {
    this.observe();
    const { contacts, others } = this.options;
    for (const { address, report } of others()) if (report && contacts.isFailing(address)) this.exchange(address);
    return this.#fetching.size > 0 ? "changed" : "unchanged";
  }
}

const addressesOf = (peers: readonly ClusterPeer[]): ReadonlySet<string> =>
  new Set(peers.map(({ address }) => address));
