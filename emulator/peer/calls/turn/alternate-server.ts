import { capacities } from "../../../model/capacity.ts";
import type { ClusterPeer } from "../../cluster/cluster-peer.ts";
import { productFamily, type Product } from "../../core/identity.ts";

export interface AlternateServerOptions {
  readonly product: Product;
  readonly others: readonly ClusterPeer[];
  /** Relays in use on another peer. */
  readonly relaysOf: (address: string) => number;
}

/**
 * Administrator Guide, "TURN relay server": a server whose relays are all allocated names "the TURN server currently with
 * the most available resources".
 * @returns its address, undefined when none in contact has a relay left
 */
export function alternateServer({ product, others, relaysOf }: AlternateServerOptions): string | undefined {
  const platforms = capacities[productFamily(product)];
  const offers = others.flatMap(({ address, word, report }) => {
    if (word !== "Active" || !report) return [];
    const { platform } = report.unit;
    const most = (platform in platforms ? platforms[platform as keyof typeof platforms]["TURN relay"] : undefined) ?? 0;
    const free = most - relaysOf(address);
    return free > 0 ? [{ address, free }] : [];
  });
  return offers.toSorted((a, b) => b.free - a.free)[0]?.address;
}
