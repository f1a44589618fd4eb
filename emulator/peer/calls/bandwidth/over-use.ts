import type { Configuration } from "../../configuration/configuration.ts";
import { bottleneck, type Kbps, type ResourceKey } from "./resources.ts";
import type { CallBandwidth, UsageBook } from "./usage-book.ts";

/** A call of this peer that has to give up bandwidth. */
export interface Cut {
  readonly serialNumber: string;
  readonly by: Kbps;
}

/** The resources of which calls of the whole cluster take more than their limit, as far as this peer knows. */
export function exceeded(configuration: Configuration, book: UsageBook): ReadonlySet<ResourceKey> {
  return new Set(book.sharedKeys().filter((key) => excessOf(configuration, book, key) > 0));
}

/**
 * Two peers may admit the last call of a pipe at the same moment, and two halves of a cluster that did not hear of each
 * other may have filled it twice. Once each knows all calls that take of it, all take back from those that were admitted
 * last, whichever peer has them, until the limit holds again. All see the same calls in the same order, so nobody has to be
 * asked. No source tells how the product settles this.
 */
export function cutsOf(configuration: Configuration, book: UsageBook, keys: ReadonlySet<ResourceKey>): readonly Cut[] {
  const cuts = new Map<string, Kbps>();
  for (const key of keys) {
    const calls = allCallsOf(book, key);
    if (!calls) continue;
    let excess = excessOf(configuration, book, key);
    for (const call of calls) {
      if (excess <= 0) break;
      const by = Math.min(excess, call.kbps);
      excess -= by;
      cuts.set(call.serialNumber, Math.max(cuts.get(call.serialNumber) ?? 0, by));
    }
  }
  return [...cuts].flatMap(([serialNumber, by]) => (book.own(serialNumber) ? [{ serialNumber, by }] : []));
}

/** All calls on a resource, last admitted first; undefined until every peer has told of each of its own. */
function allCallsOf(book: UsageBook, key: ResourceKey): readonly CallBandwidth[] | undefined {
  const calls: CallBandwidth[] = [...book.callsOf(new Set([key]))];
  for (const use of book.others.values()) {
    const theirs = use.calls.filter((call) => call.resources.includes(key));
    const told = theirs.reduce((sum, call) => sum + call.kbps, 0);
    if (told !== (use.bandwidth.get(key) ?? 0)) return undefined;
    calls.push(...theirs);
  }
  return calls.toSorted((a, b) => b.admittedAt - a.admittedAt || (a.serialNumber < b.serialNumber ? 1 : -1));
}

function excessOf(configuration: Configuration, book: UsageBook, key: ResourceKey): Kbps {
  const { total } = bottleneck(configuration, key);
  return total.mode === "Limited" ? book.bandwidth(key).cluster - total.limit : 0;
}
