import type { TablesRequest } from "../../../protocol/cluster/database-message.ts";
import type { PeerReport } from "../../../protocol/cluster/probe.ts";
import type { SharedTables } from "../../../protocol/cluster/shared-tables.ts";
import type { Store } from "../../store/store.ts";
import type { Instant } from "../../world/duration.ts";
import type { World } from "../../world/world.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { AlarmCondition, Evidence } from "../core/alarm-condition.ts";
import type { CommandHandlers } from "../core/command-handler.ts";
import { type Facts, oncePerChange } from "../core/facts.ts";
import type { Product } from "../core/identity.ts";
import type { Part } from "../core/part.ts";
import type { StatusProviders, StatusValues } from "../core/status-values.ts";
import type { EventLog } from "../reporting/logging/event-log.ts";
import { clusterAlarmConditions, type ClusterAlarmFacts } from "./cluster-alarms.ts";
import type { ClusterPeer } from "./cluster-peer.ts";
import { ClusterDatabase, isTranslated } from "./cluster-database.ts";
import { clusterStatus } from "./cluster-status.ts";
import { type DatabaseStatus, databaseStatus, type ReplicationStatus, replicationStatus } from "./database-status.ts";
import { PreSharedKeyExchange } from "./key-exchange.ts";
import { Lineage } from "./lineage.ts";
import { Links } from "./links.ts";
import { Membership, type PeerEntry } from "./membership.ts";
import type { PeerFiles } from "./peer-files.ts";
import { reportOfCluster } from "./own-report.ts";
import { type Failings, failings } from "./replication-conditions.ts";
import type { ReplicationFacts } from "./replication-facts.ts";
import { type ClusterSettings, isPrimary, isSubordinate, readClusterSettings } from "./settings.ts";
import { UnlistedPeers } from "./unlisted-peers.ts";

export interface ClusterOptions {
  readonly world: World;
  readonly store: Store;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly ownAddress: string;
  /** The key that the lab puts in place of the configured one, if it does. */
  readonly falseKey: () => string | undefined;
  readonly softwareVersion: string;
  readonly product: Product;
  /** Another version of the software is being installed here. */
  readonly upgrading: () => boolean;
  /** Why the database of this peer is not to be relied on, if it is not. */
  readonly databaseFailure: () => Evidence | undefined;
  readonly ntpSynchronized: () => boolean;
  /** What the other peers are told of this one beside its cluster settings and configuration. */
  readonly about: () => Pick<PeerReport, "unit" | "licenses" | "losses" | "diagnosticLogging">;
  /** The time of day by which losses are told. */
  readonly lossesNow: () => Instant;
  /** The tables that this peer shares, without the calls that are known already; and their version. */
  readonly tables: (known: Pick<TablesRequest, "history" | "pastAfter">) => SharedTables;
  readonly tablesVersion: () => number;
}

/** Membership of a cluster: settings, links to the other peers, and the copy from the primary. */
export class Cluster implements Part {
  readonly name = "cluster";
  readonly status: StatusProviders = { Alternates: () => this.#status() };
  readonly commands: CommandHandlers = { ForceConfigUpdate: () => this.#database.replication.forceUpdate() };
  readonly alarmConditions: readonly AlarmCondition[];
  /** A peer is clustered from the restart after its list went from empty to not, until the restart after the reverse. */
  readonly #clusteredAtBoot: boolean;
  readonly #keys: PreSharedKeyExchange;
  readonly #links: Links;
  readonly #unlistedPeers: UnlistedPeers;
  readonly #database: ClusterDatabase;
  readonly #lineage: Lineage;
  #settings: ClusterSettings;
  readonly #membership: Membership;
  readonly #others: () => readonly ClusterPeer[];
  readonly #ownReport: () => PeerReport;
  #started = false;

  constructor(private readonly options: ClusterOptions) {
    const { world, store, configuration, facts, log, ownAddress } = options;
    const { clock, network, random } = world;
    const around = { clock, network, random, store, configuration, facts, log };
    this.#settings = readClusterSettings(configuration, ownAddress);
    this.#clusteredAtBoot = this.#settings.peers.length > 0;
    this.#keys = this.#makeKeyExchange();
    const keys = this.#keys;
    this.#unlistedPeers = new UnlistedPeers({ ...around, onChange: () => facts.changed() });
    this.#links = this.#makeLinks(keys);
    this.#database = new ClusterDatabase({
      ...around,
      keys,
      ownAddress,
      settings: () => this.#settings,
      others: () => this.others,
      primary: () => this.primary,
      lineage: () => this.#lineage.name,
      tables: options.tables,
      currentFacts: () => this.#replicationFacts(),
    });
    this.#lineage = new Lineage({ ...around, forgetFailure: () => this.#database.replication.forgetFailure() });
    this.#membership = new Membership({
      ...around,
      settings: () => this.#settings,
      softwareVersion: options.softwareVersion,
      links: this.#clusteredAtBoot ? this.#links : undefined,
      onChange: () => this.#contactsChanged(),
    });
    this.#others = oncePerChange(facts, () => this.#membership.others());
    this.#ownReport = oncePerChange(facts, () => this.#makeReport());
    this.alarmConditions = clusterAlarmConditions(oncePerChange(facts, () => this.#alarmFacts()));
  }

  #makeKeyExchange(): PreSharedKeyExchange {
    const { world, ownAddress, falseKey } = this.options;
    return new PreSharedKeyExchange({
      network: world.network,
      random: world.random,
      ownAddress,
      preSharedKey: () => falseKey() ?? this.#settings.preSharedKey,
      isListed: (address) => this.#listed().includes(address),
      onUnlistedPeer: (address) => this.#unlistedPeers.seen(address),
      onEstablished: ({ remoteAddress }) => this.#links.established(remoteAddress),
    });
  }

  #makeLinks(keys: PreSharedKeyExchange): Links {
    const { world, facts, ownAddress, tablesVersion, lossesNow } = this.options;
    return new Links({
      clock: world.clock,
      network: world.network,
      facts,
      ownAddress,
      keys,
      others: () => this.#listed(),
      ownReport: () => this.#ownReport(),
      now: lossesNow,
      onChange: () => this.#contactsChanged(),
      tables: tablesVersion,
      onTables: (address, version) => this.#database.tables.announce(address, version),
    });
  }

  async start(): Promise<void> {
    this.#started = true;
    this.#takeRole();
    this.options.configuration.onChange((changes) => {
      if (!this.#started) return;
      if (changes.some(({ path }) => path.startsWith("Alternates "))) this.#settingsChanged();
      else if (changes.some(({ item }) => item.scope === "cluster")) this.#links.wake();
    });
    if (!this.#clusteredAtBoot) return;
    await Promise.all([this.#keys.start(), this.#links.start(), this.#database.start()]);
    this.#database.begin();
    this.#unlistedPeers.start();
  }

  stop(): void {
    this.#started = false;
    this.#membership.stop();
    this.#unlistedPeers.stop();
    this.#database.stop();
    this.#links.stop();
    this.#keys.stop();
  }

  /** The configuration files of peers, here and on the primary. */
  get files(): PeerFiles {
    return this.#database.files;
  }

  get settings(): ClusterSettings {
    return this.#settings;
  }

  /** Peers are configured and the peer has restarted since the first was. */
  get clustered(): boolean {
    return this.#clusteredAtBoot && this.#settings.peers.length > 0;
  }

  /** Peers are configured, or were at the last restart. */
  get inCluster(): boolean {
    return this.#clusteredAtBoot || this.#settings.peers.length > 0;
  }

  get primary(): boolean {
    return this.clustered && isPrimary(this.#settings);
  }

  get lastSynchronization(): Instant | undefined {
    return this.#database.replication.lastSynchronization;
  }

  get nextSynchronization(): Instant | undefined {
    return this.clustered && !this.primary ? this.#database.replication.nextSynchronization : undefined;
  }

  get databaseStatus(): DatabaseStatus {
    return databaseStatus(this.#replicationFacts(), {
      digest: this.options.configuration.digest.text,
      everSynchronized: this.lastSynchronization !== undefined,
    });
  }

  /** What fails of all that the copy needs; undefined outside of a cluster. */
  get failings(): Failings | undefined {
    return this.clustered ? failings(this.#replicationFacts()) : undefined;
  }

  get replicationStatus(): ReplicationStatus {
    return replicationStatus(this.#replicationFacts());
  }

  #status(): StatusValues {
    return clusterStatus({
      settings: this.settings,
      entries: this.entries(),
      databaseStatus: this.databaseStatus,
      replicationStatus: this.replicationStatus,
      lastSynchronization: this.lastSynchronization,
      nextSynchronization: this.nextSynchronization,
    });
  }

  /** The fields of the list that are not blank. */
  entries(): readonly PeerEntry[] {
    return this.#membership.entries();
  }

  /** The last round trip to a listed peer, undefined where it does not answer. */
  roundTrip(address: string): number | undefined {
    return this.#links.roundTrip(address);
  }

  /** Which of the ways to a listed peer are open, as far as this peer has tried them. */
  reach(address: string): { readonly association: boolean; readonly answers: boolean; readonly database: boolean } {
    const contact = this.#links.contact(address);
    return {
      association: this.#keys.current(address) !== undefined,
      answers: contact?.report !== undefined,
      database: this.#database.failures().get(address)?.refuses ?? !this.#database.failures().has(address),
    };
  }

  /** The other peers of the list, as this peer sees them now. The same array while no fact changes. */
  get others(): readonly ClusterPeer[] {
    return this.#others();
  }

  /** Associations under the key that was are void. */
  keyChanged(): void {
    for (const address of this.#listed()) this.#keys.drop(address);
  }

  /** Something has changed that the other peers are told: a resting peer tells at once, others with the next probes. */
  wake(): void {
    this.#links.wake();
  }

  /** Another peer says which version of its tables is the latest. */
  announceTables(address: string, version: number): void {
    this.#database.tables.announce(address, version);
  }

  /** The calls and alarms of the other peers, by address. */
  get tables(): ReadonlyMap<string, SharedTables> {
    return this.#database.tables.all;
  }

  /** Whom this peer speaks to: not itself, nor what is no address of a box. */
  #listed(): readonly string[] {
    const { peers, ownAddress, unusable } = this.#settings;
    return peers.filter((address) => address !== ownAddress && !unusable.has(address));
  }

  #settingsChanged(): void {
    const before = this.#settings;
    this.#settings = readClusterSettings(this.options.configuration, this.options.ownAddress);
    if (before.preSharedKey !== this.#settings.preSharedKey) this.keyChanged();
    if (before.primaryAddress !== this.#settings.primaryAddress) this.#database.replication.forgetFailure();
    this.#takeRole();
    for (const address of this.#listed()) this.#unlistedPeers.forget(address);
    if (this.#clusteredAtBoot) this.#links.listChanged();
    else this.#membership.awaitRestart(this.#listed());
    this.#contactsChanged();
  }

  #takeRole(): void {
    this.#lineage.takeRole(this.clustered && isSubordinate(this.#settings));
  }

  #contactsChanged(): void {
    this.#membership.observe();
    this.options.facts.changed();
    this.#database.tables.observe();
  }

  #alarmFacts(): ClusterAlarmFacts {
    return {
      settings: this.#settings,
      clustered: this.clustered,
      clusteredAtBoot: this.#clusteredAtBoot,
      entries: this.entries(),
      unlistedPeers: this.#unlistedPeers.addresses,
      beingAdded: this.#beingAdded(),
      databaseFailures: this.#database.failures(),
      failings: this.failings,
    };
  }

  /** Guide, "Adding an Expressway": the alarm rises on the primary and on the peers that do not list the new one yet. */
  #beingAdded(): readonly string[] {
    const primary = this.others.find(({ address }) => address === this.#settings.primaryAddress);
    return primary?.report?.peers.filter((address) => !this.#settings.peers.includes(address)) ?? [];
  }

  #replicationFacts(): ReplicationFacts {
    const { configuration, ntpSynchronized, softwareVersion, product, upgrading, databaseFailure } = this.options;
    const { others } = this;
    const contacts = others.filter(({ address }) => this.#database.contacts.everSucceeded(address));
    return {
      databaseFailure: databaseFailure(),
      databaseFailures: this.#database.failures(),
      databaseContacts: new Set(contacts.map(({ address }) => address)),
      settings: this.#settings,
      subordinate: this.clustered && !isPrimary(this.#settings),
      h323On: configuration.isOn("H323 Mode"),
      lan1Nat: isTranslated(configuration),
      ntpSynchronized: ntpSynchronized(),
      softwareVersion,
      product,
      upgrading: upgrading(),
      others,
      primary: others.find((peer) => peer.address === this.#settings.primaryAddress),
      copyFailure: this.#database.replication.failure,
    };
  }

  #makeReport(): PeerReport {
    const { options } = this;
    return {
      ...reportOfCluster({
        settings: this.#settings,
        others: this.others,
        databaseFailures: this.#database.contacts.failures,
        softwareVersion: options.softwareVersion,
        upgrading: options.upgrading(),
        ntpSynchronized: options.ntpSynchronized(),
        configuration: options.configuration,
        lineage: this.#lineage.name,
      }),
      ...options.about(),
    };
  }
}
