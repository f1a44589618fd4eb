import type { CopyAnswer, CopyRequest } from "../../../protocol/cluster/copy.ts";
import type { PeerReport } from "../../../protocol/cluster/probe.ts";
import type { Store } from "../../store/store.ts";
import type { Instant } from "../../world/duration.ts";
import type { World } from "../../world/world.ts";
import type { AlarmCondition } from "../alarms/alarm-condition.ts";
import type { CommandHandlers } from "../commands/command-handler.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { Facts } from "../facts.ts";
import type { EventLog } from "../logging/event-log.ts";
import type { Part } from "../part.ts";
import type { StatusProviders } from "../status/status-values.ts";
import { clusterAlarmConditions, type ClusterAlarmFacts } from "./cluster-alarms.ts";
import { clusterStatus } from "./cluster-status.ts";
import { answerCopy } from "./copy-source.ts";
import type { ClusterPeer } from "./cluster-peer.ts";
import { DatabaseChannel } from "./database-channel.ts";
import { entryState, type Contact, type StateWord } from "./entry-state.ts";
import { PreSharedKeyExchange } from "./key-exchange.ts";
import { Links, PROBE_INTERVAL } from "./links.ts";
import { Replication } from "./replication.ts";
import { firstFailing } from "./replication-conditions.ts";
import type { ReplicationFacts } from "./replication-facts.ts";
import { isPrimary, isSubordinate, readClusterSettings, type ClusterSettings, type PeerIndex } from "./settings.ts";

export type DatabaseStatus = "Active" | "Initializing" | "Failed";

/** One line of the Clustering page. */
export interface PeerEntry {
  readonly index: PeerIndex;
  readonly address: string;
  readonly word: StateWord;
  readonly cause?: string;
  /** It has been Active since its address was saved. */
  readonly added: boolean;
  readonly lastStatusChange: Instant;
}

export interface ClusterOptions {
  readonly world: World;
  readonly store: Store;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly ownAddress: string;
  /** The key that the lab puts in the place of the configured one, if it does. */
  readonly falseKey: () => string | undefined;
  readonly softwareVersion: string;
  readonly ntpSynchronized: () => boolean;
  /** What the other peers are told of this one beside its cluster settings and configuration. */
  readonly about: () => Pick<PeerReport, "unit" | "licences" | "tables">;
}

/** Membership of a cluster: settings, links to the other peers, and the copy from the primary. */
export class Cluster implements Part {
  readonly name = "cluster";
  readonly status: StatusProviders = { Alternates: () => clusterStatus(this) };
  readonly commands: CommandHandlers = { ForceConfigUpdate: () => this.#replication.forceUpdate() };
  readonly alarmConditions: readonly AlarmCondition[];
  /** A peer is clustered from the restart after its list went from empty to not, until the restart after the reverse. */
  readonly #clusteredAtBoot: boolean;
  readonly #keys: PreSharedKeyExchange;
  readonly #links: Links;
  readonly #channel: DatabaseChannel;
  readonly #replication: Replication;
  #settings: ClusterSettings;
  /** Stands in for the links of a peer that has not restarted into its cluster: nobody answers it. */
  readonly #unanswered = new Map<string, Contact>();
  readonly #lastWords = new Map<string, { word: StateWord; since: Instant }>();
  /** Peers that have been Active since their address was saved; kept over restarts, or each one would suspend the copy. */
  #addedPeers: ReadonlySet<string>;
  #derived: { revision: number; facts: ClusterAlarmFacts } | undefined;
  #seen: { revision: number; others: readonly ClusterPeer[] } | undefined;
  #report: { revision: number; report: PeerReport } | undefined;
  #started = false;

  constructor(private readonly options: ClusterOptions) {
    const { world, store, configuration, facts, log, ownAddress, falseKey } = options;
    this.#settings = readClusterSettings(configuration, ownAddress);
    this.#clusteredAtBoot = this.#settings.peers.length > 0;
    this.#keys = new PreSharedKeyExchange({
      network: world.network,
      random: world.random,
      ownAddress,
      preSharedKey: () => falseKey() ?? this.#settings.preSharedKey,
      isListed: (address) => this.#others().includes(address),
      onEstablished: ({ remoteAddress }) => this.#links.established(remoteAddress),
    });
    this.#links = new Links({
      clock: world.clock,
      network: world.network,
      ownAddress,
      keys: this.#keys,
      others: () => this.#others(),
      ownReport: () => this.#ownReport(),
      onChange: () => this.#contactsChanged(),
    });
    this.#channel = new DatabaseChannel({
      clock: world.clock,
      network: world.network,
      random: world.random,
      ownAddress,
      keys: this.#keys,
      answer: (request) => this.#answer(request),
    });
    this.#replication = new Replication({
      clock: world.clock,
      network: world.network,
      store,
      configuration,
      facts,
      log,
      channel: this.#channel,
      currentFacts: () => this.#replicationFacts(),
    });
    this.#addedPeers = new Set(store.state.get("added peers"));
    this.alarmConditions = clusterAlarmConditions(() => this.#alarmFacts());
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
    await Promise.all([this.#keys.start(), this.#links.start(), this.#channel.start()]);
    this.#replication.start();
  }

  stop(): void {
    this.#started = false;
    this.#replication.stop();
    this.#channel.stop();
    this.#links.stop();
    this.#keys.stop();
  }

  get settings(): ClusterSettings {
    return this.#settings;
  }

  /** Peers are configured and the peer has restarted since the first was. */
  get clustered(): boolean {
    return this.#clusteredAtBoot && this.#settings.peers.length > 0;
  }

  get primary(): boolean {
    return this.clustered && isPrimary(this.#settings);
  }

  get lastSynchronization(): Instant | undefined {
    return this.#replication.lastSynchronization;
  }

  get nextSynchronization(): Instant | undefined {
    return this.clustered && !this.primary ? this.#replication.nextSynchronization : undefined;
  }

  /** The words other than Active are the twin's own. */
  get databaseStatus(): DatabaseStatus {
    const facts = this.#replicationFacts();
    const failing = firstFailing(facts);
    const alarmed = failing !== undefined && failing.condition.alarms.length > 0;
    if (alarmed || facts.others.some((peer) => peer.word === "Failed")) return "Failed";
    if (failing || facts.others.some((peer) => peer.word === "Unknown")) return "Initializing";
    if (!facts.subordinate) return "Active";
    const inStep = facts.primary?.report?.digest === this.options.configuration.digest.text;
    return inStep || this.lastSynchronization !== undefined ? "Active" : "Initializing";
  }

  /** What the copy does on this peer: nothing on the primary, and it waits while something stands in its way. */
  get replicationStatus(): "Inactive" | "Active" | "Suspended" | "Failed" {
    const facts = this.#replicationFacts();
    if (!facts.subordinate) return "Inactive";
    const failing = firstFailing(facts);
    if (!failing) return "Active";
    return failing.condition.alarms.length > 0 ? "Failed" : "Suspended";
  }

  /** The fields of the list that are not blank. */
  entries(): readonly PeerEntry[] {
    return this.#settings.fields.flatMap((address, place): PeerEntry[] => {
      if (address === "") return [];
      const contact = this.#clusteredAtBoot ? this.#links.contact(address) : this.#unanswered.get(address);
      const state = entryState(address, this.#settings, contact);
      const since = this.#lastWords.get(address)?.since ?? this.options.world.clock.now();
      return [
        {
          index: (place + 1) as PeerIndex,
          address,
          ...state,
          added: this.#addedPeers.has(address),
          lastStatusChange: since,
        },
      ];
    });
  }

  /** The last round trip to a listed peer, undefined where it does not answer. */
  roundTrip(address: string): number | undefined {
    return this.#links.roundTrip(address);
  }

  /** The other peers of the list, as this peer sees them now. The same array while no fact changes. */
  get others(): readonly ClusterPeer[] {
    const { revision } = this.options.facts;
    if (this.#seen?.revision !== revision) this.#seen = { revision, others: this.#look() };
    return this.#seen.others;
  }

  #look(): readonly ClusterPeer[] {
    return this.entries()
      .filter((entry) => entry.word !== "This system")
      .map(({ address, word, added }) => ({
        address,
        word,
        added,
        report: this.#links.contact(address)?.report,
      }));
  }

  /** Associations under the key that was are void. */
  keyChanged(): void {
    for (const address of this.#others()) this.#keys.drop(address);
  }

  #others(): readonly string[] {
    return this.#settings.peers.filter((address) => address !== this.#settings.ownAddress);
  }

  #settingsChanged(): void {
    const before = this.#settings;
    this.#settings = readClusterSettings(this.options.configuration, this.options.ownAddress);
    if (before.preSharedKey !== this.#settings.preSharedKey) this.keyChanged();
    if (before.primaryAddress !== this.#settings.primaryAddress) this.#replication.forgetFailure();
    this.#takeRole();
    if (this.#clusteredAtBoot) this.#links.listChanged();
    else this.#awaitRestart();
    this.#contactsChanged();
  }

  /** Before the restart into the cluster nobody is asked, so a first round ends without answers. */
  #awaitRestart(): void {
    const others = new Set(this.#others());
    for (const address of this.#unanswered.keys()) if (!others.has(address)) this.#unanswered.delete(address);
    for (const address of others) {
      if (this.#unanswered.has(address)) continue;
      this.#unanswered.set(address, { rounds: 0, misses: 0, report: undefined });
      this.options.world.clock.after("unanswered probe", PROBE_INTERVAL, () => {
        if (!this.#started || !this.#unanswered.has(address)) return;
        this.#unanswered.set(address, { rounds: 1, misses: 1, report: undefined });
        this.#contactsChanged();
      });
    }
  }

  /** Follows changes of role: a subordinate marks its edits; who was one and is none begins a history of its own. */
  #takeRole(): void {
    const { store, configuration, world } = this.options;
    const subordinate = this.clustered && isSubordinate(this.#settings);
    const wasSubordinate = store.state.get("subordinate") ?? false;
    configuration.subordinate = subordinate;
    if (store.state.get("lineage") === undefined) store.state.put("lineage", world.random.uuid());
    if (subordinate === wasSubordinate) return;
    store.transaction(() => {
      store.state.put("subordinate", subordinate);
      store.state.remove("base");
      this.#replication.forgetFailure();
      if (!subordinate) store.state.put("lineage", world.random.uuid());
      store.configuration.forgetLocalEdits();
    });
    configuration.forgetLocalEdits();
  }

  #contactsChanged(): void {
    const now = this.options.world.clock.now();
    const known = this.entries();
    for (const { address, word } of known) {
      if (this.#lastWords.get(address)?.word !== word) this.#lastWords.set(address, { word, since: now });
    }
    for (const address of this.#lastWords.keys()) {
      if (!known.some((entry) => entry.address === address)) this.#lastWords.delete(address);
    }
    const added = known.filter((entry) => entry.word === "Active" || entry.added).map((entry) => entry.address);
    if (added.length !== this.#addedPeers.size || added.some((address) => !this.#addedPeers.has(address))) {
      this.#addedPeers = new Set(added);
      this.options.store.state.put("added peers", added);
    }
    this.options.facts.changed();
  }

  /** Many alarms follow from the same facts: they are gathered once for each change. */
  #alarmFacts(): ClusterAlarmFacts {
    const { revision } = this.options.facts;
    if (this.#derived?.revision !== revision) {
      const facts: ClusterAlarmFacts = {
        settings: this.#settings,
        clustered: this.clustered,
        clusteredAtBoot: this.#clusteredAtBoot,
        entries: this.entries(),
        channelFailed: this.#replication.channelFailed,
        failing: this.clustered ? firstFailing(this.#replicationFacts()) : undefined,
      };
      this.#derived = { revision, facts };
    }
    return this.#derived.facts;
  }

  #answer(request: CopyRequest): CopyAnswer {
    if (!this.primary) return { kind: "refused", reason: "this peer is not the configuration primary" };
    return answerCopy(request, this.options.configuration, this.#lineage());
  }

  #lineage(): string {
    return this.options.store.state.get("lineage") ?? "";
  }

  #replicationFacts(): ReplicationFacts {
    const { configuration, ntpSynchronized, softwareVersion } = this.options;
    const { others } = this;
    return {
      settings: this.#settings,
      subordinate: this.clustered && isSubordinate(this.#settings),
      h323On: configuration.isOn("H323 Mode"),
      lan1Nat: configuration.isOn("Ethernet 1 IP V4 StaticNAT Mode"),
      ntpSynchronized: ntpSynchronized(),
      softwareVersion,
      others,
      primary: others.find((peer) => peer.address === this.#settings.primaryAddress),
      copyFailure: this.#replication.failure,
    };
  }

  /** The same object while nothing has changed, so that it is encoded once. */
  #ownReport(): PeerReport {
    const { configuration, facts, ntpSynchronized, softwareVersion } = this.options;
    if (this.#report?.revision !== facts.revision) {
      const report: PeerReport = {
        clusterName: this.#settings.name,
        peers: this.#settings.peers,
        primary: this.#settings.primary,
        softwareVersion,
        h323: configuration.isOn("H323 Mode"),
        ntpSynchronized: ntpSynchronized(),
        lineage: this.#lineage(),
        generation: configuration.generation,
        digest: configuration.digest.text,
        ...this.options.about(),
      };
      this.#report = { revision: facts.revision, report };
    }
    return this.#report.report;
  }
}
