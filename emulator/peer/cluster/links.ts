import {
  decodeProbe,
  decodeReport,
  encodeProbe,
  encodeReport,
  type PeerReport,
} from "../../../protocol/cluster/probe.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import type { Clock } from "../../world/clock.ts";
import { type Instant, type Milliseconds, seconds } from "../../world/duration.ts";
import type { Endpoint } from "../../world/endpoint.ts";
import type { DatagramSocket, Network } from "../../world/network.ts";
import type { Facts } from "../core/facts.ts";
import { PeriodicTask, type RoundResult } from "../core/periodic-task.ts";
import type { Association } from "./association.ts";
import { type Contact, MISSES_UNTIL_LOST } from "./entry-state.ts";
import type { KeyExchange } from "./key-exchange.ts";
import { MANAGEMENT_PORT } from "./ports.ts";

/** No source gives the interval; the twin's choice, with three misses until a peer is lost. */
export const PROBE_INTERVAL: Milliseconds = seconds(10);

/** Two clocks that are less apart are taken for equal: a message takes its time. */
const CLOCK_NOISE: Milliseconds = seconds(2);

interface Link {
  rounds: number;
  misses: number;
  report: PeerReport | undefined;
  body: Uint8Array | undefined;
  /** Grows with each new report. */
  version: number;
  /** The probe under way: its number and when it left. */
  awaiting: { sequence: number; sentAt: Milliseconds } | undefined;
  roundTrip: Milliseconds | undefined;
  /** The other's time of day at this peer's monotonic zero. */
  epoch: Instant | undefined;
}

/** What this peer tells of itself, encoded. */
interface OwnReport {
  readonly report: PeerReport;
  readonly body: Uint8Array;
  /** Grows when it tells something new. */
  readonly version: number;
}

export interface LinksOptions {
  readonly clock: Clock;
  readonly network: Network;
  readonly ownAddress: string;
  readonly facts: Facts;
  readonly keys: KeyExchange;
  /** The other peers of the list at this moment. */
  readonly others: () => readonly string[];
  readonly ownReport: () => PeerReport;
  /** The time of day by which the report tells moments. */
  readonly now: () => Instant;
  /** Something that was known of a peer has changed. */
  readonly onChange: () => void;
  /** Version of the tables that this peer shares. */
  readonly tables: () => number;
  /** Another peer announces its own. */
  readonly onTables: (address: string, version: number) => void;
}

/** The management links: a probe to each other peer every 10 seconds, and what the answers tell. */
export class Links {
  readonly #links = new Map<string, Link>();
  #socket: DatagramSocket | undefined;
  readonly #rounds: PeriodicTask;
  #sequence = 0;
  #ownBody: OwnReport | undefined;
  /** How all was at the beginning of the last round. */
  #lastRound = "";
  #resting = false;

  constructor(private readonly options: LinksOptions) {
    this.#rounds = new PeriodicTask({
      ...options,
      name: "cluster probes",
      period: PROBE_INTERVAL,
      round: () => this.#round(),
    });
  }

  async start(): Promise<void> {
    const local = { address: this.options.ownAddress, port: MANAGEMENT_PORT };
    this.#socket = await this.options.network.bind(local, (data, from) => this.#receive(data, from));
    this.#rounds.start(0);
  }

  stop(): void {
    this.#rounds.stop();
    this.#socket?.close();
    this.#links.clear();
  }

  contact(address: string): Contact | undefined {
    return this.#links.get(address);
  }

  /** How far the clock of a peer is ahead of this one's, below zero where it is behind; 0 where that is next to nothing. */
  clockAhead(address: string): Milliseconds {
    const own = this.#ownEpoch;
    const ahead = (this.#links.get(address)?.epoch ?? own) - own;
    return Math.abs(ahead) > CLOCK_NOISE ? ahead : 0;
  }

  get #ownEpoch(): Instant {
    return this.options.now() - this.options.clock.monotonic();
  }

  /** The last round trip to a peer. */
  roundTrip(address: string): Milliseconds | undefined {
    return this.#links.get(address)?.roundTrip;
  }

  /** The list was saved: forgets those that left it and asks all the others at once. */
  listChanged(): void {
    const others = new Set(this.options.others());
    for (const address of this.#links.keys()) {
      if (others.has(address)) continue;
      this.#links.delete(address);
      this.options.keys.drop(address);
    }
    for (const address of others) this.#probe(address);
    this.options.onChange();
  }

  /** An association has come about: no need to wait for the next round. */
  established(address: string): void {
    this.#send("probe", address, this.options.keys.current(address), this.#awaited(this.#link(address)));
    this.#rounds.wake();
  }

  /** Something that others are to know has changed: a resting peer tells at once, the others with the next round. */
  wake(): void {
    if (this.#resting) this.#round();
  }

  /**
   * Where the network promises that nothing has changed, a round that found all as the round before did would find it so
   * again: it is left out. Two weeks of emulated time would be millions of probes that change nothing.
   */
  #round(): RoundResult {
    const before = this.#lastRound;
    this.#lastRound = this.#signature();
    this.#resting = this.#lastRound !== "" && this.#lastRound === before;
    if (this.#resting) return "unchanged";
    let changed = false;
    for (const address of this.options.others()) {
      const link = this.#link(address);
      if (this.#endRound(link)) changed = true;
      this.#probe(address);
    }
    if (changed) this.options.onChange();
    return "changed";
  }

  /** All that a round of probes depends on and may change; empty where the network is not to be relied on. */
  #signature(): string {
    const { stableRevision } = this.options.network;
    if (stableRevision === undefined) return "";
    let text = `${stableRevision} ${this.#ownReport().version}`;
    for (const address of this.options.others()) {
      const { awaiting, misses, rounds, version } = this.#link(address);
      const association = this.options.keys.current(address)?.id ?? "";
      text += `|${address} ${rounds > 0} ${awaiting !== undefined} ${Math.min(misses, MISSES_UNTIL_LOST)} ${version} ${association}`;
    }
    return text;
  }

  /** @returns true when it made a difference */
  #endRound(link: Link): boolean {
    if (!link.awaiting) return false;
    const before = { ...link };
    link.awaiting = undefined;
    link.rounds++;
    link.misses++;
    if (link.misses >= MISSES_UNTIL_LOST) {
      link.report = undefined;
      link.body = undefined;
      link.roundTrip = undefined;
    }
    return before.rounds === 0 || before.report !== link.report;
  }

  #probe(address: string): void {
    const link = this.#link(address);
    const association = this.options.keys.current(address);
    // After a miss the other side may have restarted and lost its associations. Once a round: exchanges must not breed.
    if (!association || link.misses > 0) this.options.keys.initiate(address);
    this.#send("probe", address, association, this.#awaited(link));
  }

  /** The number of the probe under way, or of a new one. */
  #awaited(link: Link): number {
    link.awaiting ??= { sequence: ++this.#sequence >>> 0, sentAt: this.options.clock.monotonic() };
    return link.awaiting.sequence;
  }

  #receive(data: Uint8Array, from: Endpoint): void {
    try {
      const probe = decodeProbe(data, (id) => this.options.keys.keyOf(from.address, id));
      if (!probe || !this.options.others().includes(from.address)) return;
      const link = this.#link(from.address);
      const changed = [this.#takeReport(link, probe.body), this.#takeClock(link, probe.clock)].includes(true);
      this.options.onTables(from.address, probe.tables);
      if (probe.kind === "probe") {
        const key = this.options.keys.keyOf(from.address, probe.association);
        if (key) this.#send("answer", from.address, { id: probe.association, key }, probe.sequence);
        if (changed) this.options.onChange();
      } else if (this.#endProbe(link, probe.sequence) || changed) this.options.onChange();
    } catch (error) {
      if (!(error instanceof MalformedMessage)) throw error;
    }
  }

  /** @returns true when the peer was not in contact before */
  #endProbe(link: Link, sequence: number): boolean {
    if (link.awaiting?.sequence !== sequence) return false;
    link.roundTrip = this.options.clock.monotonic() - link.awaiting.sentAt;
    link.awaiting = undefined;
    const first = link.rounds === 0 || link.misses > 0;
    link.rounds++;
    link.misses = 0;
    return first;
  }

  #takeReport(link: Link, body: Uint8Array): boolean {
    if (link.body && Buffer.compare(link.body, body) === 0) return false;
    link.report = decodeReport(body);
    link.body = Uint8Array.from(body);
    link.version++;
    return true;
  }

  /** @returns true where that clock is no longer what it was taken for: at first, for this peer's own */
  #takeClock(link: Link, now: Instant): boolean {
    const epoch = now - this.options.clock.monotonic();
    const before = link.epoch ?? this.#ownEpoch;
    const changed = Math.abs(epoch - before) >= CLOCK_NOISE;
    if (changed || link.epoch === undefined) link.epoch = epoch;
    return changed;
  }

  #send(
    kind: "probe" | "answer",
    address: string,
    association: Pick<Association, "id" | "key"> | undefined,
    sequence: number,
  ): void {
    if (!association) return;
    const { now, tables } = this.options;
    const probe = {
      kind,
      association: association.id,
      sequence,
      tables: tables(),
      // A clock that is set far back goes by no further than this.
      clock: Math.max(0, Math.round(now())),
      body: this.#ownReport().body,
    };
    const data = encodeProbe(probe, association.key);
    this.#socket?.send(data, { address, port: MANAGEMENT_PORT });
  }

  #ownReport(): OwnReport {
    const report = this.options.ownReport();
    const known = this.#ownBody;
    if (known?.report === report) return known;
    const body = encodeReport(report);
    const same = known && Buffer.compare(known.body, body) === 0;
    return (this.#ownBody = same ? { ...known, report } : { report, body, version: (known?.version ?? 0) + 1 });
  }

  #link(address: string): Link {
    const known = this.#links.get(address);
    if (known) return known;
    const link: Link = {
      rounds: 0,
      misses: 0,
      report: undefined,
      body: undefined,
      awaiting: undefined,
      roundTrip: undefined,
      epoch: undefined,
      version: 0,
    };
    this.#links.set(address, link);
    return link;
  }
}
