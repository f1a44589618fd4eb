import type { CopyAnswer, CopyRequest } from "../../../protocol/cluster/copy.ts";
import type { DatabaseAnswer, TablesRequest } from "../../../protocol/cluster/database-message.ts";
import type { SharedTables } from "../../../protocol/cluster/shared-tables.ts";
import type { Store } from "../../store/store.ts";
import type { Clock } from "../../world/clock.ts";
import type { Network } from "../../world/network.ts";
import type { Random } from "../../world/random.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { Facts } from "../core/facts.ts";
import type { EventLog } from "../reporting/logging/event-log.ts";
import type { ClusterPeer } from "./cluster-peer.ts";
import { answerCopy } from "./copy-source.ts";
import { DatabaseChannel } from "./database-channel.ts";
import { DatabaseContacts } from "./database-contacts.ts";
import { type DatabaseFailure, databaseFailures } from "./database-failures.ts";
import type { KeyExchange } from "./key-exchange.ts";
import { PeerFiles } from "./peer-files.ts";
import { failings } from "./replication-conditions.ts";
import type { ReplicationFacts } from "./replication-facts.ts";
import { Replication } from "./replication.ts";
import type { ClusterSettings } from "./settings.ts";
import { OtherTables } from "./shared-tables.ts";

interface Options {
  readonly clock: Clock;
  readonly network: Network;
  readonly random: Random;
  readonly store: Store;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly keys: KeyExchange;
  readonly ownAddress: string;
  readonly settings: () => ClusterSettings;
  readonly others: () => readonly ClusterPeer[];
  /** This peer is the configuration primary. */
  readonly primary: () => boolean;
  readonly lineage: () => string;
  /** The tables that this peer shares, without what is known already. */
  readonly tables: (known: Pick<TablesRequest, "history" | "pastAfter">) => SharedTables;
  readonly currentFacts: () => ReplicationFacts;
}

/** What goes over the database channel, in both directions: the copy of the configuration, and tables that peers share. */
export class ClusterDatabase {
  readonly contacts: DatabaseContacts;
  readonly files: PeerFiles;
  readonly tables: OtherTables;
  readonly replication: Replication;
  readonly #channel: DatabaseChannel;

  constructor(private readonly options: Options) {
    const { clock, configuration, facts, store, others } = options;
    this.contacts = new DatabaseContacts({
      clock,
      onChange: () => facts.changed(),
      exchange: (address) => this.tables.exchange(address),
    });
    const { contacts } = this;
    this.#channel = new DatabaseChannel({
      ...options,
      translated: () => isTranslated(configuration),
      onExchange: (address, succeeded) => {
        contacts.note(address, succeeded);
        if (succeeded) this.replication.answered(address);
      },
      answer: (request, from): DatabaseAnswer =>
        request.ask === "tables" ? options.tables(request) : this.#answer(request.request, from),
    });
    const channel = this.#channel;
    this.files = new PeerFiles(store);
    this.tables = new OtherTables({ ...options, channel, contacts, others });
    this.replication = new Replication({
      ...options,
      channel,
      files: this.files,
      onSilence: (address) => this.tables.exchange(address),
      onCycle: (asked) => this.tables.exchangeWithAll(asked),
    });
  }

  async start(): Promise<void> {
    const { configuration, network } = this.options;
    // Nothing tells the others of it, and what they found of the channel is so no more.
    configuration.onChange((changes) => {
      if (changes.some(({ path }) => path === TRANSLATION)) network.disturb();
    });
    await this.#channel.start();
  }

  /** Begins to ask the others, once they can be reached. */
  begin(): void {
    this.replication.start();
    this.tables.start();
  }

  stop(): void {
    this.tables.stop();
    this.replication.stop();
    this.contacts.stop();
    this.#channel.stop();
  }

  /** Whose database cannot be reached, and why, as far as this peer knows. */
  failures(): ReadonlyMap<string, DatabaseFailure> {
    const { ownAddress, others, settings } = this.options;
    const { refusal } = this.replication;
    return databaseFailures(others(), {
      ownAddress,
      failed: (address) => this.contacts.failed(address),
      refusal: (address) => (address === settings().primaryAddress ? refusal : undefined),
    });
  }

  #answer(request: CopyRequest, from: string): CopyAnswer {
    const { configuration, currentFacts, lineage, primary } = this.options;
    if (!primary()) return { kind: "refused", reason: "it is not the configuration primary" };
    const { refusal } = failings(currentFacts());
    if (refusal !== undefined) return { kind: "refused", reason: refusal };
    if (request.base?.lineage === lineage() && !this.files.holds(from)) return { kind: "no peer file" };
    this.files.write(from);
    return answerCopy(request, configuration, lineage());
  }
}

/** Guide, "Cluster with static NAT is not replicating correctly": the interface of the cluster is LAN 1. */
const TRANSLATION = "Ethernet 1 IP V4 StaticNAT Mode";

export const isTranslated = (configuration: Configuration): boolean => configuration.isOn(TRANSLATION);
