import type { Configuration } from "../configuration/configuration.ts";
import { bottleneck, type Kbps, type ResourceKey } from "./resources.ts";
import type { UsageBook } from "./usage-book.ts";

/** A call of this peer that has to give up bandwidth. */
export interface Cut {
  readonly serialNumber: string;
  readonly by: Kbps;
}

/**
 * Two peers may admit the last call of a pipe at the same moment. Once each has heard of the other's, both take back from
 * the call that was admitted last, whichever peer has it, until the limit holds again. Both see the same calls in the same
 * order, so nobody has to be asked. No source tells how the product settles this.
 */
export function overUse(configuration: Configuration, book: UsageBook): Cut[] {
  const others = [...book.others.values()].flatMap((use) => use.recent);
  const latestFirst = [...book.recent, ...others].toSorted(
    (a, b) => b.admittedAt - a.admittedAt || (a.serialNumber < b.serialNumber ? 1 : -1),
  );
  const cuts = new Map<string, Kbps>();
  for (const key of new Set(latestFirst.flatMap((call) => call.resources))) {
    let excess = excessOf(configuration, book, key);
    for (const call of latestFirst) {
      if (excess <= 0) break;
      if (!call.resources.includes(key)) continue;
      const by = Math.min(excess, call.kbps);
      excess -= by;
      cuts.set(call.serialNumber, Math.max(cuts.get(call.serialNumber) ?? 0, by));
    }
  }
  return [...cuts].flatMap(([serialNumber, by]) => (book.own(serialNumber) ? [{ serialNumber, by }] : []));
}

function excessOf(configuration: Configuration, book: UsageBook, key: ResourceKey): Kbps {
  const { total } = bottleneck(configuration, key);
  return total.mode === "Limited" ? book.bandwidth(key).cluster - total.limit : 0;
}
