import type { TarMember } from "../../../../protocol/archive/tar.ts";
import type { LoggingReport } from "../../../../protocol/cluster/probe.ts";
import type { DiagnosticSpan } from "../../../store/state-rows.ts";
import type { Store } from "../../../store/store.ts";
import type { Clock } from "../../../world/clock.ts";
import type { Instant } from "../../../world/duration.ts";
import { type Actor, THE_SYSTEM } from "../../core/actor.ts";
import { packArchive } from "../../core/archive.ts";
import type { Facts } from "../../core/facts.ts";
import { fileStamp, type NamedFile } from "../../core/files.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { LogLevels } from "./log-levels.ts";
import type { ObservedNetwork } from "./observed-network.ts";
import { PacketCapture } from "./packet-capture.ts";

export type DiagnosticVerdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** No source gives a limit; it is one line of a log. */
const LONGEST_MARKER = 256;

const EVERY_LINE = Number.MAX_SAFE_INTEGER;

export interface DiagnosticLoggingOptions {
  readonly clock: Clock;
  readonly store: Pick<Store, "state" | "diagnosticLog" | "transaction">;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly levels: LogLevels;
  readonly network: ObservedNetwork;
  readonly host: () => string;
  /** What the other peers say of theirs. */
  readonly reports: () => readonly LoggingReport[];
  /** Tells the other peers, without waiting where they would hear of it late. */
  readonly wakePeers: () => void;
}

/**
 * Maintenance > Diagnostics > Diagnostic logging (Administrator Guide, "Configuring diagnostic logging"). One runs at a time;
 * it ends with the life of the peer, and what it has taken down can be downloaded until the next begins. To start and to
 * stop it acts on all peers of the cluster: each tells in its report how often that was asked, and follows who tells of more.
 */
export class DiagnosticLogging {
  readonly #capture: PacketCapture;
  #span: DiagnosticSpan;
  #ownReport: LoggingReport;
  /** Ends the listening to the logs; absent while it does not run. */
  #end: (() => void) | undefined;
  /** It has packets, taken since the peer has started. */
  #captured = false;

  constructor(private readonly options: DiagnosticLoggingOptions) {
    this.#capture = new PacketCapture(options.clock);
    this.#span = options.store.state.get("diagnostic logging") ?? { turn: 0 };
    this.#ownReport = { turn: this.#span.turn, running: false, tcpdump: false };
  }

  get running(): boolean {
    return this.#end !== undefined;
  }

  /** It runs, and datagrams are taken as well. */
  get capturing(): boolean {
    return this.running && this.#captured;
  }

  /** When the one that can be downloaded began; undefined when there is none. */
  get startedAt(): Instant | undefined {
    return this.#span.startedAt;
  }

  /** When it was stopped; undefined also where the peer went down before. */
  get stoppedAt(): Instant | undefined {
    return this.#span.stoppedAt;
  }

  /** What the other peers are told; the same object while it is the same. */
  get report(): LoggingReport {
    return this.#ownReport;
  }

  /** Begins a new log on every peer; what the last one has taken down is gone. */
  start(tcpdump: boolean, actor: Actor): void {
    this.#begin(this.#nextTurn(), tcpdump, actor, "Diagnostic logging started");
    this.options.wakePeers();
  }

  /** Stops it on every peer. */
  stop(actor: Actor): DiagnosticVerdict {
    if (!this.running) return { ok: false, reason: "diagnostic logging is not running" };
    this.#finish(this.#nextTurn(), actor, "Diagnostic logging stopped");
    this.options.wakePeers();
    return { ok: true };
  }

  /** Writes a line to the logs of this peer that can be found again. */
  mark(text: string, actor: Actor): DiagnosticVerdict {
    if (!this.running) return { ok: false, reason: "diagnostic logging is not running" };
    if (text.trim() === "") return { ok: false, reason: "the marker has no text" };
    if (text.length > LONGEST_MARKER)
      return { ok: false, reason: `the marker has ${text.length} characters: it may have up to ${LONGEST_MARKER}` };
    this.#logEvent(`DEBUG_MARKER: ${text.trim()}`, actor);
    return { ok: true };
  }

  /** What was taken down, of this peer, as a `.tar.gz`; undefined when nothing ever was. */
  async download(): Promise<NamedFile | undefined> {
    const { clock, host, store } = this.options;
    if (this.#span.startedAt === undefined) return undefined;
    const moment = clock.now();
    const suffix = `${host()}_${fileStamp(moment)}`;
    const lines = store.diagnosticLog.newest(EVERY_LINE).toReversed();
    const text = lines.map((line) => `${line}\n`).join("");
    const files: TarMember[] = [{ name: `loggingsnapshot_${suffix}.txt`, bytes: Buffer.from(text) }];
    if (this.#captured)
      files.push({ name: `eth0_diagnostic_logging_tcpdump0_${suffix}.pcap`, bytes: this.#capture.file() });
    return { name: `diagnostic_log_${suffix}.tar.gz`, bytes: await packArchive(files, moment) };
  }

  /** From here on it does what is asked of other peers. */
  follow(): void {
    this.options.facts.onChange((change) => {
      if (change === "state") this.#follow();
    });
  }

  /** With the life of the peer. */
  end(): void {
    this.#end?.();
    this.#end = undefined;
  }

  #follow(): void {
    const latest = this.options.reports().toSorted((a, b) => b.turn - a.turn)[0];
    if (!latest || latest.turn <= this.#span.turn) return;
    if (latest.running)
      this.#begin(latest.turn, latest.tcpdump, THE_SYSTEM, "Diagnostic logging started by another peer of the cluster");
    else if (this.running)
      this.#finish(latest.turn, THE_SYSTEM, "Diagnostic logging stopped by another peer of the cluster");
    else this.#keep({ ...this.#span, turn: latest.turn });
  }

  #begin(turn: number, tcpdump: boolean, actor: Actor, detail: string): void {
    const { clock, log, levels, network, store } = this.options;
    this.end();
    store.transaction(() => {
      store.diagnosticLog.removeAll();
      this.#keep({ turn, startedAt: clock.now() });
    });
    const deafen = log.onLine(({ whole }) => store.diagnosticLog.append(whole));
    this.#end = () => {
      deafen();
      network.watcher = undefined;
    };
    this.#capture.clear();
    this.#captured = tcpdump;
    if (tcpdump) network.watcher = (from, to, data) => this.#capture.take(from, to, data);
    this.#ownReport = { turn, running: true, tcpdump };
    this.#logEvent(detail, actor);
    levels.raise(true);
  }

  #finish(turn: number, actor: Actor, detail: string): void {
    this.#logEvent(detail, actor);
    this.end();
    this.#keep({ ...this.#span, turn, stoppedAt: this.options.clock.now() });
    this.options.levels.raise(false);
  }

  #keep(span: DiagnosticSpan): void {
    this.#span = span;
    this.options.store.state.put("diagnostic logging", span);
    this.#ownReport = { turn: span.turn, running: false, tcpdump: false };
  }

  #nextTurn(): number {
    return Math.max(this.#span.turn, ...this.options.reports().map(({ turn }) => turn)) + 1;
  }

  #logEvent(detail: string, { via = "web", user, source }: Actor): void {
    this.options.log.event(via, "Diagnostic Logging", {
      User: user,
      Detail: detail,
      "Src-ip": source?.address,
      "Src-port": source?.port,
    });
  }
}
