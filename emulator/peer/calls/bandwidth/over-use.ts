import type { LicenseKind } from "../../../model/option-keys.ts";
import type { Instant } from "../../../world/duration.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import { bottleneck, type LicenseKey, type LimitedKey } from "./resources.ts";
import { type CallUse, takenBy, type UsageBook } from "./usage-book.ts";

/** A call of this peer that has to give up some of what it takes: kbps of a resource, or its licenses. */
export interface Cut {
  readonly serialNumber: string;
  readonly key: LimitedKey;
  readonly by: number;
}

/** How many halves of licenses there are in a pool, and since when there are no more. */
export interface PoolLimit {
  readonly tokens: number;
  /** The last moment at which there became fewer. */
  readonly fellAt: Instant;
}

/** Where limits are found. */
export interface Limits {
  readonly configuration: Configuration;
  /** The kinds of licenses that the peers of a cluster share. */
  readonly pooled: readonly LicenseKind[];
  readonly pool: (kind: LicenseKind) => PoolLimit;
}

/** What calls of the whole cluster take more of than there is, as far as this peer knows. */
export function exceeded(limits: Limits, book: UsageBook): ReadonlySet<LimitedKey> {
  const licenses = limits.pooled.map((kind): LicenseKey => `license ${kind}`);
  return new Set([...book.sharedKeys(), ...licenses].filter((key) => excessOf(limits, book, key) > 0));
}

/**
 * Two peers may admit the last call of a pipe, or take the last license, at the same moment, and two halves of a cluster that
 * did not hear of each other may have done so twice. As soon as each knows the calls that take of it, all take back from those
 * that were admitted last, whichever peer has them, until the limit holds again. All see the same calls in the same order,
 * so nobody has to be asked. A peer that has not named each of its calls is left out, and holds up nobody: what is too much
 * among some is too much among all, and who gives way among some would among all. No source tells how the product settles this.
 */
export function cutsOf(limits: Limits, book: UsageBook, keys: ReadonlySet<LimitedKey>): readonly Cut[] {
  const cuts = new Map<string, Cut>();
  for (const key of keys) {
    const { calls, taken: all } = toldOf(book, key);
    let excess = all - limitOf(limits, key);
    for (const call of calls) {
      if (excess <= 0) break;
      // A pool that has shrunk takes nothing back from the calls that were there: they end by themselves.
      if (call.admittedAt <= admittedFreely(limits, key)) continue;
      const taken = takenBy(call, key);
      const by = isLicense(key) ? taken : Math.min(excess, taken);
      excess -= by;
      const { serialNumber } = call;
      const before = cuts.get(serialNumber);
      if (!before || (!isLicense(before.key) && (isLicense(key) || before.by < by)))
        cuts.set(serialNumber, { serialNumber, key, by });
    }
  }
  return [...cuts.values()].filter(({ serialNumber }) => book.own(serialNumber) !== undefined);
}

export const isLicense = (key: LimitedKey): key is LicenseKey => key.startsWith("license ");

const kindOf = (key: LicenseKey): LicenseKind => key.slice("license ".length) as LicenseKind;

/** Calls that were admitted up to then were within the limit of their time. */
const admittedFreely = ({ pool }: Limits, key: LimitedKey): Instant =>
  isLicense(key) ? pool(kindOf(key)).fellAt : Number.NEGATIVE_INFINITY;

/** What is known one by one of the calls that take of one thing. */
interface Told {
  /** Last admitted first. */
  readonly calls: readonly CallUse[];
  /** By this peer, and by those of the others that have told each of their calls. */
  readonly taken: number;
}

function toldOf(book: UsageBook, key: LimitedKey): Told {
  const calls: CallUse[] = [...book.callsOf(new Set([key]))];
  let taken = isLicense(key) ? book.tokens(kindOf(key)).own : book.bandwidth(key).own;
  for (const use of book.others.values()) {
    const theirs = use.calls.filter((call) => takenBy(call, key) > 0);
    const told = theirs.reduce((sum, call) => sum + takenBy(call, key), 0);
    const all = (isLicense(key) ? use.tokens.get(kindOf(key)) : use.bandwidth.get(key)) ?? 0;
    if (told !== all) continue;
    calls.push(...theirs);
    taken += all;
  }
  calls.sort((a, b) => b.admittedAt - a.admittedAt || (a.serialNumber < b.serialNumber ? 1 : -1));
  return { calls, taken };
}

function excessOf(limits: Limits, book: UsageBook, key: LimitedKey): number {
  const { cluster } = isLicense(key) ? book.tokens(kindOf(key)) : book.bandwidth(key);
  return cluster - limitOf(limits, key);
}

function limitOf({ configuration, pool }: Limits, key: LimitedKey): number {
  if (isLicense(key)) return pool(kindOf(key)).tokens;
  const { total } = bottleneck(configuration, key);
  return total.mode === "Limited" ? total.limit : Number.POSITIVE_INFINITY;
}
