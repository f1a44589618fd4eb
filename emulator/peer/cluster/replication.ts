import type { CopyAnswer, CopyRequest } from "../../../protocol/cluster/copy.ts";
import type { PeerReport } from "../../../protocol/cluster/probe.ts";
import type { Store } from "../../store/store.ts";
import type { Clock, Timer } from "../../world/clock.ts";
import { minutes, type Instant, type Milliseconds } from "../../world/duration.ts";
import type { Network } from "../../world/network.ts";
import type { CommandResult } from "../core/command-handler.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { Facts } from "../core/facts.ts";
import type { EventLog } from "../reporting/logging/event-log.ts";
import { applyCopy, conflicts, isUpToDate, readBase } from "./copy-apply.ts";
import type { DatabaseChannel } from "./database-channel.ts";
import type { PeerFiles } from "./peer-files.ts";
import { failings, type ReplicationCondition } from "./replication-conditions.ts";
import type { CopyFailure, ReplicationFacts } from "./replication-facts.ts";

/** Guide, "Adding an Expressway": "wait approximately 2 minutes – this is the frequency with which configuration is copied". */
const COPY_INTERVAL: Milliseconds = minutes(2);

/** What stands in the way of a forced update. It is there to cure the other alarms. */
const NEEDED_FOR_FORCED_UPDATE: ReadonlySet<ReplicationCondition["name"]> = new Set([
  "database usable",
  "no upgrade in progress, all versions equal",
  "primary reachable",
  "equal after the copy",
]);

export interface ReplicationOptions {
  readonly clock: Clock;
  readonly network: Network;
  readonly store: Store;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly channel: DatabaseChannel;
  readonly files: PeerFiles;
  readonly currentFacts: () => ReplicationFacts;
  /** The copy had no answer: the channel is to be tried again soon. */
  readonly onSilence: (address: string) => void;
  /** The moment of a copy has come, whether or not this peer copies; told whom it asks for one, if it asks. */
  readonly onCycle: (asked: string | undefined) => void;
}

/** The copy of the cluster-wide configuration from the primary, every 2 minutes on each subordinate peer. */
export class Replication {
  #timer: Timer | undefined;
  #lastSynchronization: Instant | undefined;
  #refusal: string | undefined;
  /** The primary has not answered the last request for a copy. */
  #overdue = false;
  /** What the last copy that found both equal depended on. */
  #equalAt: { readonly stableRevision: number; readonly report: PeerReport; readonly generation: number } | undefined;

  #failure: CopyFailure | undefined;

  constructor(private readonly options: ReplicationOptions) {
    this.#failure = options.store.state.get("copy failure");
  }

  start(): void {
    this.#timer = this.options.clock.every("configuration copy", COPY_INTERVAL, () => this.#cycle());
  }

  stop(): void {
    this.#timer?.cancel();
  }

  /** When the configuration was last seen equal to the primary's; undefined on the primary and before the first copy. */
  get lastSynchronization(): Instant | undefined {
    return this.#lastSynchronization;
  }

  /** When the next copy is due; undefined while something stands in its way. */
  get nextSynchronization(): Instant | undefined {
    const { clock, currentFacts } = this.options;
    if (failings(currentFacts()).stopping) return undefined;
    return this.#timer && clock.now() + (this.#timer.due - clock.monotonic());
  }

  /** Why the primary gave no copy when it was asked last, if it did not. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  /** What went wrong with the copy and has not been cured; kept over restarts. */
  get failure(): CopyFailure | undefined {
    return this.#failure;
  }

  /** A new primary: what went wrong with the old one is past. */
  forgetFailure(): void {
    this.#failure = undefined;
    this.#refusal = undefined;
    this.options.store.state.remove("copy failure");
  }

  /** `xCommand ForceConfigUpdate`: the primary's configuration takes the place of this peer's, whatever was changed here. */
  async forceUpdate(): Promise<CommandResult> {
    const facts = this.options.currentFacts();
    if (!facts.subordinate) {
      return {
        ok: false,
        reason:
          "ForceConfigUpdate is for a subordinate peer of a cluster; this peer takes its configuration from no other",
      };
    }
    const { stopping } = failings({ ...facts, copyFailure: undefined });
    if (stopping && NEEDED_FOR_FORCED_UPDATE.has(stopping.condition.name))
      return { ok: false, reason: `nothing can be copied: ${stopping.evidence.facts.join(", ")}` };
    const primary = facts.settings.primaryAddress;
    if (!facts.primary?.report) return { ok: false, reason: `the primary peer ${primary} is unreachable` };
    const answer = await new Promise<CopyAnswer | undefined>((resolve) => this.#request({ editedHere: [] }, resolve));
    if (answer?.kind !== "rows") {
      const reason = answer?.kind === "refused" ? answer.reason : "it did not answer";
      return { ok: false, reason: `the primary peer ${primary} gives no copy: ${reason}` };
    }
    this.forgetFailure();
    const done = this.#apply(answer);
    this.options.facts.changed();
    return done ? { ok: true } : { ok: false, reason: "the copy is not equal to the primary's configuration" };
  }

  /** The database of a peer has answered: a copy that it owes is asked for at once, and not at the next cycle. */
  answered(address: string): void {
    if (!this.#overdue || !this.#timer || address !== this.options.currentFacts().settings.primaryAddress) return;
    this.#copy(this.options.currentFacts());
  }

  #cycle(): void {
    const facts = this.options.currentFacts();
    const stillEqual = this.#isStillEqual(facts);
    const copies = facts.subordinate && failings(facts).stopping === undefined;
    this.options.onCycle(copies && !stillEqual ? facts.settings.primaryAddress : undefined);
    if (!copies) return;
    if (stillEqual) this.#lastSynchronization = this.options.clock.now();
    else this.#copy(facts);
  }

  #copy(facts: ReplicationFacts): void {
    if (!facts.subordinate || failings(facts).stopping) return;
    const { configuration, files, store } = this.options;
    const base = readBase(store);
    if (base && !files.own)
      return this.#fail({ kind: "no peer file", detail: "this peer's configuration file is missing here" });
    this.#request({ ...(base && { base }), editedHere: configuration.editedHere }, (answer) => this.#take(answer));
  }

  #request(request: CopyRequest, done: (answer: CopyAnswer | undefined) => void): void {
    const { primaryAddress } = this.options.currentFacts().settings;
    if (!primaryAddress) return done(undefined);
    this.#overdue = false;
    this.options.channel.request(primaryAddress, { ask: "copy", request }, (received) => {
      const answer = received?.kind === "tables" ? undefined : received;
      this.#overdue = answer === undefined;
      if (!answer) this.options.onSilence(primaryAddress);
      done(answer);
    });
  }

  /** A forced update that is refused is its operator's affair: nothing had been announced that does not come. */
  #noteRefusal(answer: CopyAnswer | undefined): void {
    const refusal = answer?.kind === "refused" ? answer.reason : undefined;
    if (this.#refusal === refusal) return;
    this.#refusal = refusal;
    this.options.facts.changed();
  }

  #take(answer: CopyAnswer | undefined): void {
    this.#noteRefusal(answer);
    if (answer?.kind === "no peer file" && this.#timer)
      return this.#fail({ kind: "no peer file", detail: "the primary has no configuration file for this peer" });
    // Asked again: the settings may have changed while the answer was on its way.
    if (answer?.kind !== "rows" || !this.#timer || failings(this.options.currentFacts()).stopping) return;
    const { configuration, store } = this.options;
    const base = readBase(store);
    if (isUpToDate(answer, base, configuration)) return this.#synchronized();
    const clashing = conflicts(answer, base, configuration);
    if (clashing.length > 0) {
      return this.#fail({
        kind: "conflict",
        detail: `changed here and on the primary: ${clashing.slice(0, 5).join(", ")}`,
      });
    }
    if (this.#apply(answer) || answer.full) return;
    // A part did not fit; the whole may.
    this.#request({ editedHere: [] }, (whole) => {
      if (whole?.kind === "rows" && this.#timer) this.#apply(whole);
    });
  }

  /** @returns false when a full copy did not come out equal, which is a failure that stands */
  #apply(answer: Extract<CopyAnswer, { kind: "rows" }>): boolean {
    const { configuration, store, log } = this.options;
    let equal = false;
    let reason = "the configuration differs from the primary's after the copy";
    try {
      equal = applyCopy(answer, store, configuration, this.options.files);
    } catch (error) {
      reason = `the copy could not be written: ${error instanceof Error ? error.message : String(error)}`;
    }
    if (equal) {
      if (answer.rows.length > 0)
        log.event("replication", "Configuration Synchronized", {
          Detail: `${answer.rows.length} items copied from the primary`,
        });
      this.#synchronized();
    } else if (answer.full) this.#fail({ kind: "not equal afterwards", detail: reason });
    return equal;
  }

  /** Where the network promises that nothing has changed, what was found equal is so still, and need not be asked again. */
  #isStillEqual({ primary }: ReplicationFacts): boolean {
    const at = this.#equalAt;
    return (
      at !== undefined &&
      at.stableRevision === this.options.network.stableRevision &&
      at.report === primary?.report &&
      at.generation === this.options.configuration.generation
    );
  }

  #synchronized(): void {
    const { clock, configuration, currentFacts, facts, network } = this.options;
    this.#lastSynchronization = clock.now();
    const { stableRevision } = network;
    const report = currentFacts().primary?.report;
    const equal = report?.digest === configuration.digest.text;
    this.#equalAt =
      stableRevision !== undefined && equal
        ? { stableRevision, report, generation: configuration.generation }
        : undefined;
    facts.changed();
  }

  #fail(failure: CopyFailure): void {
    this.#failure = failure;
    this.options.store.state.put("copy failure", failure);
    this.options.facts.changed();
  }
}
