import { type LabFacts, listers, type UpPeer } from "./lab-facts.ts";

/** Peers by a value: those that have what most have, and those that differ from them. */
export interface Split {
  /** Empty where no value is more frequent than all others. */
  readonly most: readonly UpPeer[];
  readonly others: readonly UpPeer[];
}

export function splitBy(peers: readonly UpPeer[], valueOf: (peer: UpPeer) => string | number): Split {
  const groups = new Map<string | number, UpPeer[]>();
  for (const peer of peers) groups.set(valueOf(peer), [...(groups.get(valueOf(peer)) ?? []), peer]);
  const [first = [], second = []] = [...groups.values()].toSorted((one, other) => other.length - one.length);
  const most = first.length > second.length ? first : [];
  return { most, others: peers.filter((peer) => !most.includes(peer)) };
}

/** The peers that have cluster settings, each with those that it lists or is listed by, however many peers lie between them. */
export function clustersOf(facts: LabFacts): readonly (readonly UpPeer[])[] {
  let clusters: readonly (readonly UpPeer[])[] = [];
  for (const peer of listers(facts)) {
    const joined = clusters.filter((cluster) => cluster.some((other) => areListed(peer, other)));
    clusters = [...clusters.filter((cluster) => !joined.includes(cluster)), [...joined.flat(), peer]];
  }
  return clusters;
}

const areListed = (one: UpPeer, other: UpPeer): boolean =>
  one.up.settings.peers.includes(other.address) || other.up.settings.peers.includes(one.address);
