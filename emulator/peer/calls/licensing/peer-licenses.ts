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
  /** When it was last seen by anybody, as far as that is known; 0 for a loss that was found at a start. */
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
    return { licenses, softwareVersion };
  }
  // Until a round of probes has ended nothing is known, least of all a loss.
  if (word !== "Failed") return before;
  if (isSeen(peer, tellers)) return before && { licenses: before.licenses, softwareVersion: before.softwareVersion };
  const told = tellers.flatMap(({ losses }) => losses[address] ?? []);
  const own: Loss | undefined = before && { lostAt: now, seenAt, ...before };
  return [...(own ? [own] : []), ...told].reduce<Loss | undefined>((loss, other) => earliest(loss, other), undefined);
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
  return JSON.stringify(one.licenses) >= JSON.stringify(other.licenses) ? one : other;
}

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
