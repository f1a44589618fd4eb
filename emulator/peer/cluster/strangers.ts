import type { Clock, Timer } from "../../world/clock.ts";
import { seconds, type Milliseconds } from "../../world/duration.ts";
import type { Network } from "../../world/network.ts";
import { PROBE_INTERVAL } from "./links.ts";

/** A stranger that has not knocked for so long has gone. */
const GONE_AFTER: Milliseconds = seconds(35);

interface Options {
  readonly clock: Clock;
  readonly network: Network;
  readonly onChange: () => void;
}

/**
 * Systems that take this one for a peer of theirs and are not in its list: one that was removed while it was dead, and has
 * come back with its old settings (Guide, "Before reconnecting the out-of-service Expressway back to the network").
 */
export class Strangers {
  readonly #seen = new Map<string, { at: Milliseconds; steadiness: number | undefined }>();
  #timer: Timer | undefined;

  constructor(private readonly options: Options) {}

  start(): void {
    this.#timer = this.options.clock.every("strangers", PROBE_INTERVAL, () => this.#look());
  }

  stop(): void {
    this.#timer?.cancel();
  }

  get addresses(): readonly string[] {
    return [...this.#seen.keys()];
  }

  /** A system that is not in the list has asked for an association. */
  knocked(address: string): void {
    const { clock, network, onChange } = this.options;
    const known = this.#seen.has(address);
    this.#seen.set(address, { at: clock.monotonic(), steadiness: network.steadiness });
    if (!known) onChange();
  }

  /** It has been entered in the list. */
  forget(address: string): void {
    this.#seen.delete(address);
  }

  #look(): void {
    const { clock, network, onChange } = this.options;
    const { steadiness } = network;
    const now = clock.monotonic();
    let changed = false;
    for (const [address, seen] of this.#seen) {
      // Who rests has not gone.
      if (steadiness !== undefined && steadiness === seen.steadiness) seen.at = now;
      if (now - seen.at < GONE_AFTER) continue;
      this.#seen.delete(address);
      changed = true;
    }
    if (changed) onChange();
  }
}
