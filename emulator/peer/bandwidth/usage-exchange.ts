import { MalformedMessage } from "../../../protocol/malformed.ts";
import { decodeUsage, encodeUsage, type UsageReport } from "../../../protocol/cluster/usage.ts";
import type { NonStandardMessage } from "../../../protocol/ras/types.ts";
import { seconds, type Milliseconds } from "../../world/duration.ts";
import type { Timer } from "../../world/clock.ts";
import type { Endpoint } from "../../world/network.ts";
import type { World } from "../../world/world.ts";
import type { ClusterPeer } from "../cluster/cluster-peer.ts";
import type { EventLog } from "../logging/event-log.ts";
import { RAS_PORT, type RasEndpoint } from "../ras/ras-endpoint.ts";
import type { ResourceKey } from "./resources.ts";
import type { PeerUse, UsageBook } from "./usage-book.ts";

/** An update goes out with every change and at least this often. No source gives the interval. */
const UPDATE_INTERVAL: Milliseconds = seconds(10);

/** What a peer told is forgotten when so long nothing more came. */
const FORGOTTEN_AFTER: Milliseconds = 3 * UPDATE_INTERVAL;

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
  heardAt: Milliseconds;
}

export interface UsageExchangeOptions {
  readonly world: World;
  readonly ras: RasEndpoint;
  readonly book: UsageBook;
  readonly log: EventLog;
  /** The other peers of the list. */
  readonly others: () => readonly ClusterPeer[];
  /** Is there such a link, pipe, subzone or zone here? */
  readonly isKnown: (key: ResourceKey) => boolean;
  /** What other peers use has changed. */
  readonly onChange: () => void;
}

/** Tells the other peers what the calls of this one take, and hears the same of them: non-standard messages over RAS. */
export class UsageExchange {
  readonly #senders = new Map<string, Sender>();
  readonly #rejected = new Set<string>();
  readonly #start: string;
  #sequence = 0;
  #timer: Timer | undefined;
  #exceeded: ReadonlySet<ResourceKey> = new Set();
  /** Who was told last, and what the network promised then. */
  #told: readonly string[] = [];
  #toldAt: number | undefined;

  constructor(private readonly options: UsageExchangeOptions) {
    this.#start = options.world.random.uuid();
    options.ras.readNonStandard((message, from) => this.#hear(message, from));
  }

  start(): void {
    this.#timer = this.options.world.clock.every("bandwidth updates", UPDATE_INTERVAL, () => this.#keepUp());
  }

  stop(): void {
    this.#timer?.cancel();
  }

  /** The use of this peer's calls has changed: everybody is told at once. */
  tell(): void {
    const { book, ras, world } = this.options;
    const use = book.report(this.#exceeded);
    const report: UsageReport = {
      start: this.#start,
      sequence: ++this.#sequence,
      bandwidth: Object.fromEntries(use.bandwidth),
      tokens: Object.fromEntries(use.tokens),
      calls: use.calls.map(({ serialNumber, admittedAt, kbps, resources }) => ({
        serialNumber,
        admittedAt,
        kbps,
        resources,
      })),
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
    this.#toldAt = world.network.steadiness;
  }

  /** All peers have to know each call that takes of a resource that is exceeded: they are told as soon as it is seen. */
  tellCallsOf(exceeded: ReadonlySet<ResourceKey>): void {
    const news = exceeded.size !== this.#exceeded.size || [...exceeded].some((key) => !this.#exceeded.has(key));
    this.#exceeded = exceeded;
    if (news) this.tell();
  }

  /** A peer that has come into contact is told at once: until then it knows nothing of the calls here. */
  observe(): void {
    const listeners = this.#listeners();
    if (listeners.some((address) => !this.#told.includes(address))) this.tell();
    else this.#told = listeners;
  }

  /** True while a peer's updates arrive. */
  hears(address: string): boolean {
    return this.#senders.has(address);
  }

  /** Every 10 seconds: says it again, unless nobody can have missed it, and forgets whom nothing was heard of. */
  #keepUp(): void {
    const { world, book } = this.options;
    const now = world.clock.monotonic();
    const { steadiness } = world.network;
    if (steadiness === undefined || steadiness !== this.#toldAt) this.tell();
    else for (const sender of this.#senders.values()) sender.heardAt = now;
    const listeners = this.#listeners();
    let forgotten = false;
    for (const [address, { heardAt }] of this.#senders) {
      if (listeners.includes(address) && now - heardAt < FORGOTTEN_AFTER) continue;
      this.#senders.delete(address);
      if (book.forget(address)) forgotten = true;
    }
    if (forgotten) this.options.onChange();
  }

  #listeners(): readonly string[] {
    return this.options.others().flatMap(({ address, word }) => (word === "Active" ? [address] : []));
  }

  #hear({ nonStandardData: { identifier, data } }: NonStandardMessage, from: Endpoint): void {
    if (identifier.kind !== "h221NonStandard" || identifier.manufacturerCode !== IDENTIFIER.manufacturerCode)
      throw new MalformedMessage("the non-standard message is not a bandwidth update");
    const report = decodeUsage(data);
    if (!this.options.others().some(({ address }) => address === from.address))
      return this.#reject("unknown peer", from.address);
    const known = this.#senders.get(from.address);
    // An older update that was overtaken.
    if (known?.start === report.start && known.sequence >= report.sequence) return;
    const { start, sequence } = report;
    this.#senders.set(from.address, { start, sequence, heardAt: this.options.world.clock.monotonic() });
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
    const calls = report.calls.map((use) => ({ ...use, resources: use.resources as ResourceKey[] }));
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
