import type { LossReport, PeerReport } from "../../../../protocol/cluster/probe.ts";
import type { Capacity } from "../../../model/capacity.ts";
import { seconds, type Instant, type Milliseconds } from "../../../world/duration.ts";
import type { ClusterPeer } from "../../cluster/cluster-peer.ts";

/** A peer whose loss is noticed now was last heard so long ago at the least: it has missed that many seconds of probes. */
export const NOTICED_AFTER: Milliseconds = seconds(30);

/** The licenses that another peer brought, and since when it is out of contact. */
export interface PeerLicenses {
  readonly licenses: Capacity;
  /** The software that it ran; peers of two versions share no licenses. */
  readonly softwareVersion: string;
  /** The moment of its loss, while it is lost: the earliest that anybody knows since anybody saw it. */
  readonly lostAt?: Instant;
  /**
   * While it is lost, when it was last seen by anybody, as far as that is known; before, since when it has been seen, which
   * a restart remembers.
   */
  readonly seenAt?: Instant;
}

/** What is known of a lost peer: by this peer, or by another that tells it. */
export type Loss = LossReport & PeerLicenses;

/** Whether somebody has contact with a peer: this one, or another that tells it. */
export const isSeen = ({ address, word }: ClusterPeer, tellers: readonly PeerReport[]): boolean =>
  word === "Active" || tellers.some(({ contacts }) => contacts.includes(address));

/**
 * What this peer knows of another one after what it sees and hears now.
 * @param tellers what the peers in contact report
 * @param seenAt when the other was last seen at the latest, 0 where it was not seen since the start
 * @returns undefined while it knows nothing
 */
export function peerLicensesNow(
  peer: ClusterPeer,
  before: PeerLicenses | undefined,
  tellers: readonly PeerReport[],
  { now, seenAt }: { readonly now: Instant; readonly seenAt: Instant },
): PeerLicenses | undefined {
  const { address, word, report } = peer;
  if (word === "Active" && report) {
    const { licenses, softwareVersion } = report;
    return { licenses, softwareVersion, seenAt: seenSince(now, before) };
  }
  // Until a round of probes has ended nothing is known, least of all a loss.
  if (word !== "Failed") return before;
  if (isSeen(peer, tellers)) return before && withoutLoss(before, now);
  const told = tellers.flatMap(({ losses }) => losses[address] ?? []);
  const own = before && lossOf(before, now, seenAt);
  return [...(own ? [own] : []), ...told].reduce<Loss | undefined>((loss, other) => earliest(loss, other), undefined);
}

const withoutLoss = (before: PeerLicenses, now: Instant): PeerLicenses => {
  const { licenses, softwareVersion } = before;
  return { licenses, softwareVersion, seenAt: seenSince(now, before) };
};

/** Since when a peer that is seen now has been seen. */
const seenSince = (now: Instant, { lostAt, seenAt }: Partial<PeerLicenses> = {}): Instant =>
  lostAt === undefined && seenAt !== undefined ? seenAt : now;

/** The loss of a peer, which may have been noticed before. It was seen once at the least when it began to be seen. */
function lossOf({ seenAt: before = 0, lostAt, ...brought }: PeerLicenses, now: Instant, seenAt: Instant): Loss {
  return lostAt === undefined
    ? { ...brought, lostAt: now, seenAt: Math.max(seenAt, before) }
    : { ...brought, lostAt, seenAt: before };
}

/**
 * The earlier of two moments of loss, unless the lost peer was seen after it. All peers come to the same one, whoever of
 * them was itself away in between.
 */
function earliest(one: Loss | undefined, other: Loss): Loss {
  if (!one) return other;
  const seenAt = Math.max(one.seenAt, other.seenAt);
  const moments = [one.lostAt, other.lostAt];
  const since = moments.filter((moment) => moment >= seenAt);
  const lostAt = since.length > 0 ? Math.min(...since) : Math.max(...moments);
  const { licenses, softwareVersion } = latest(one, other);
  return { licenses, softwareVersion, lostAt, seenAt };
}

/** Who saw the lost peer last knows best what it brought; where both did, the choice is the same everywhere. */
function latest(one: Loss, other: Loss): Loss {
  if (one.seenAt !== other.seenAt) return one.seenAt > other.seenAt ? one : other;
  return broughtBy(one) >= broughtBy(other) ? one : other;
}

const broughtBy = ({ softwareVersion, licenses }: Loss): string => JSON.stringify([softwareVersion, licenses]);

export function isSame(a: PeerLicenses | undefined, b: PeerLicenses): boolean {
  return (
    a === b ||
    (a !== undefined &&
      a.lostAt === b.lostAt &&
      a.seenAt === b.seenAt &&
      a.softwareVersion === b.softwareVersion &&
      JSON.stringify(a.licenses) === JSON.stringify(b.licenses))
  );
}
