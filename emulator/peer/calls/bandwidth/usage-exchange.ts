import { decodeUsage, encodeUsage, type UsageReport } from "../../../../protocol/cluster/usage.ts";
import { MalformedMessage } from "../../../../protocol/malformed.ts";
import type { NonStandardMessage } from "../../../../protocol/ras/types.ts";
import type { LicenseKind } from "../../../model/option-keys.ts";
import { type Milliseconds, seconds } from "../../../world/duration.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import type { World } from "../../../world/world.ts";
import type { ClusterPeer } from "../../cluster/cluster-peer.ts";
import type { Facts } from "../../core/facts.ts";
import { PeriodicTask, type RoundResult } from "../../core/periodic-task.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import { RAS_PORT, type RasEndpoint } from "../ras/ras-endpoint.ts";
import type { LimitedKey, ResourceKey } from "./resources.ts";
import type { PeerUse, UsageBook } from "./usage-book.ts";

/** An update goes out with every change and at least this often. No source gives the interval. */
const UPDATE_INTERVAL: Milliseconds = seconds(10);

/** What a peer told is forgotten when nothing more came for so many intervals. */
const MOST_SILENT_ROUNDS = 3;

/** Marks the updates among non-standard messages. The product's own identifier is not known; Norway's country code is 130. */
const IDENTIFIER = {
  kind: "h221NonStandard",
  t35CountryCode: 130,
  t35Extension: 0,
  manufacturerCode: 1719,
} as const;

interface Sender {
  start: string;
  sequence: number;
  silentRounds: number;
  /** The stable revision of the network when it was heard. */
  readonly heardUnder: number | undefined;
}

export interface UsageExchangeOptions {
  readonly world: World;
  readonly facts: Facts;
  readonly ras: RasEndpoint;
  readonly book: UsageBook;
  readonly log: EventLog;
  readonly softwareVersion: string;
  /** The other peers of the list. */
  readonly others: () => readonly ClusterPeer[];
  /** Is there such a link, pipe, subzone or zone here? */
  readonly isKnown: (key: ResourceKey) => boolean;
  /** Version of the tables that this peer shares; told with every update, so that nobody has to wait for a probe. */
  readonly tablesVersion: () => number;
  readonly onTables: (address: string, version: number) => void;
  /** What other peers use has changed. */
  readonly onChange: () => void;
}

/** Tells the other peers what the calls of this one take, and hears the same of them: non-standard messages over RAS. */
export class UsageExchange {
  readonly #senders = new Map<string, Sender>();
  readonly #rejected = new Set<string>();
  readonly #start: string;
  #sequence = 0;
  readonly #rounds: PeriodicTask;
  #tablesTold = 0;
  #lastSeen: { readonly others: readonly ClusterPeer[]; readonly sharing: readonly string[] } = {
    others: [],
    sharing: [],
  };
  #exceeded: ReadonlySet<LimitedKey> = new Set();
  /** Who was told last, and the stable revision of the network then. */
  #told: readonly string[] = [];
  #toldAt: number | undefined;

  constructor(private readonly options: UsageExchangeOptions) {
    this.#start = options.world.random.uuid();
    this.#rounds = new PeriodicTask({
      ...options.world,
      facts: options.facts,
      name: "bandwidth updates",
      period: UPDATE_INTERVAL,
      round: () => this.#keepUp(),
    });
    options.ras.readNonStandard((message, from) => this.#hear(message, from));
  }

  start(): void {
    this.#rounds.start();
  }

  stop(): void {
    this.#rounds.stop();
  }

  /** The use of this peer's calls or relays has changed: everybody is told at once. */
  emit(): void {
    this.#tablesTold = this.options.tablesVersion();
    const { book, ras, world } = this.options;
    const use = book.report(this.#exceeded);
    const report: UsageReport = {
      start: this.#start,
      sequence: ++this.#sequence,
      tables: this.#tablesTold,
      bandwidth: Object.fromEntries(use.bandwidth),
      tokens: Object.fromEntries(use.tokens),
      calls: use.calls,
    };
    const data = encodeUsage(report);
    this.#told = this.#listeners();
    for (const address of this.#told) {
      const message: NonStandardMessage = {
        kind: "nonStandardMessage",
        requestSeqNum: ras.nextSequence(),
        nonStandardData: { identifier: IDENTIFIER, data },
      };
      ras.send(message, { address, port: RAS_PORT });
    }
    this.#toldAt = world.network.stableRevision;
  }

  /** All peers have to know each call that takes of what is exceeded: they are told as soon as it is seen. */
  emitCallsOf(exceeded: ReadonlySet<LimitedKey>): void {
    const news = exceeded.size !== this.#exceeded.size || [...exceeded].some((key) => !this.#exceeded.has(key));
    this.#exceeded = exceeded;
    if (news) this.emit();
  }

  /** A peer that has come into contact is told at once, and all when calls or alarms have changed. */
  observe(): void {
    const listeners = this.#listeners();
    const hasNews = this.options.tablesVersion() !== this.#tablesTold;
    if ((hasNews && listeners.length > 0) || listeners.some((address) => !this.#told.includes(address))) this.emit();
    else this.#told = listeners;
  }

  /** True while a peer's updates arrive. */
  hears(address: string): boolean {
    return this.#senders.has(address);
  }

  /** Every 10 seconds: says it again, unless it would come out as it did before, and forgets whom nothing was heard of. */
  #keepUp(): RoundResult {
    const { world, book } = this.options;
    const { stableRevision } = world.network;
    let found: RoundResult = "unchanged";
    if (stableRevision === undefined || stableRevision !== this.#toldAt) {
      this.emit();
      found = "changed";
    }
    const listeners = this.#listeners();
    let forgotten = false;
    for (const [address, sender] of this.#senders) {
      // Who rests is not silent.
      const rests = stableRevision !== undefined && sender.heardUnder === stableRevision;
      sender.silentRounds = rests ? 0 : sender.silentRounds + 1;
      if (!rests) found = "changed";
      if (listeners.includes(address) && sender.silentRounds <= MOST_SILENT_ROUNDS) continue;
      this.#senders.delete(address);
      if (book.forget(address)) forgotten = true;
    }
    if (forgotten) this.options.onChange();
    return found;
  }

  /** The peers that are in contact and of the same version. They are looked through only when something about them has changed. */
  #listeners(): readonly string[] {
    const others = this.options.others();
    if (this.#lastSeen.others !== others) {
      const sharing = others.flatMap(({ address, shares }) => (shares ? [address] : []));
      this.#lastSeen = { others, sharing };
    }
    return this.#lastSeen.sharing;
  }

  #hear({ nonStandardData: { identifier, data } }: NonStandardMessage, from: Endpoint): void {
    if (identifier.kind !== "h221NonStandard" || identifier.manufacturerCode !== IDENTIFIER.manufacturerCode)
      throw new MalformedMessage("the non-standard message is not a bandwidth update");
    const report = decodeUsage(data);
    const sender = this.options.others().find(({ address }) => address === from.address);
    if (!sender) return this.#reject("unknown peer", from.address);
    const { report: told } = sender;
    if (told && told.softwareVersion !== this.options.softwareVersion)
      return this.#reject(`software version ${told.softwareVersion}`, from.address);
    const known = this.#senders.get(from.address);
    // An older update that was overtaken.
    if (known?.start === report.start && known.sequence >= report.sequence) return;
    const { start, sequence } = report;
    const heardUnder = this.options.world.network.stableRevision;
    this.#senders.set(from.address, { start, sequence, silentRounds: 0, heardUnder });
    this.options.onTables(from.address, report.tables);
    const before = this.options.book.others.get(from.address);
    const use = this.#known(report, from.address);
    if (before && sameUse(before, use)) return;
    this.options.book.told(from.address, use);
    this.options.onChange();
  }

  /** What is configured here of what another peer tells; the rest is rejected, as the product logs it. */
  #known(report: UsageReport, address: string): PeerUse {
    const bandwidth = new Map<ResourceKey, number>();
    for (const [name, kbps] of Object.entries(report.bandwidth)) {
      const key = name as ResourceKey;
      if (this.options.isKnown(key)) bandwidth.set(key, kbps);
      else this.#reject(`unknown ${name}`, address);
    }
    const calls = report.calls.map((use) => ({
      ...use,
      resources: use.resources as ResourceKey[],
      license: use.license as LicenseKind,
    }));
    return { bandwidth, tokens: new Map(Object.entries(report.tokens)), calls };
  }

  /** Once for each name and peer: updates repeat. */
  #reject(reason: string, address: string): void {
    const what = `${address} ${reason}`;
    if (this.#rejected.has(what)) return;
    this.#rejected.add(what);
    this.options.log.event("tvcs", "Message Rejected", { Service: "Clustering", Reason: reason, "Src-ip": address });
  }
}

const sameUse = (a: PeerUse, b: PeerUse): boolean =>
  sameCounts(a.bandwidth, b.bandwidth) &&
  sameCounts(a.tokens, b.tokens) &&
  a.calls.length === b.calls.length &&
  a.calls.every((use, place) => use.serialNumber === b.calls[place]?.serialNumber && use.kbps === b.calls[place]?.kbps);

const sameCounts = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([key, count]) => b.get(key) === count);
