import type { Clock } from "../../world/clock.ts";
import type { Network } from "../../world/network.ts";
import type { Facts } from "../core/facts.ts";
import { PeriodicTask, type RoundResult } from "../core/periodic-task.ts";
import { PROBE_INTERVAL } from "./links.ts";

/** An unlisted peer that has not been seen for so many rounds has gone. */
const MOST_SILENT_ROUNDS = 3;

interface Options {
  readonly clock: Clock;
  readonly network: Network;
  readonly facts: Facts;
  readonly onChange: () => void;
}

/**
 * Systems that take this one for a peer of theirs and are not in its list: one that was removed while it was dead, and has
 * come back with its old settings (Guide, "Before reconnecting the out-of-service Expressway back to the network").
 */
export class UnlistedPeers {
  readonly #seen = new Map<string, { silentRounds: number; readonly stableRevision: number | undefined }>();
  readonly #rounds: PeriodicTask;

  constructor(private readonly options: Options) {
    this.#rounds = new PeriodicTask({
      ...options,
      name: "unlisted peers",
      period: PROBE_INTERVAL,
      round: () => this.#look(),
    });
  }

  start(): void {
    this.#rounds.start();
  }

  stop(): void {
    this.#rounds.stop();
  }

  get addresses(): readonly string[] {
    return [...this.#seen.keys()];
  }

  /** A system that is not in the list has asked for an association. */
  seen(address: string): void {
    const { network, onChange } = this.options;
    const known = this.#seen.has(address);
    this.#seen.set(address, { silentRounds: 0, stableRevision: network.stableRevision });
    if (!known) onChange();
  }

  /** It has been entered in the list. */
  forget(address: string): void {
    this.#seen.delete(address);
  }

  #look(): RoundResult {
    const { network, onChange } = this.options;
    const { stableRevision } = network;
    let found: RoundResult = "unchanged";
    let changed = false;
    for (const [address, seen] of this.#seen) {
      // Who rests has not gone.
      if (stableRevision !== undefined && stableRevision === seen.stableRevision) continue;
      found = "changed";
      if (++seen.silentRounds <= MOST_SILENT_ROUNDS) continue;
      this.#seen.delete(address);
      changed = true;
    }
    if (changed) onChange();
    return found;
  }
}
