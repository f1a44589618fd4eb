import type { ClusterPeer } from "./cluster-peer.ts";

/** Why the database of a peer cannot be exchanged. */
export interface DatabaseFailure {
  readonly reason: string;
  /** It answers, and gives no copy: it has to be asked again. */
  readonly refuses?: true;
}

interface Known {
  readonly ownAddress: string;
  /** The last exchanges that this peer began with another failed. */
  readonly failed: (address: string) => boolean;
  /** Why a primary that was asked for a copy gave none. */
  readonly refusal: (address: string) => string | undefined;
}

/**
 * The peers that the database of this one cannot be exchanged with, and why. Both ends know of it, whichever of them the
 * stream is cut for: each tells the other on the management link.
 */
export function databaseFailures(others: readonly ClusterPeer[], known: Known): ReadonlyMap<string, DatabaseFailure> {
  const failures = new Map<string, DatabaseFailure>();
  for (const { address, word, added, report } of others) {
    const refusal = known.refusal(address);
    if (word === "Failed" && added && !report) failures.set(address, { reason: "was Active and is lost" });
    else if (report && known.failed(address))
      failures.set(address, { reason: "does not answer on the database channel" });
    else if (report?.databaseFailures.includes(known.ownAddress))
      failures.set(address, { reason: "has no answer from this peer on the database channel" });
    else if (refusal !== undefined) failures.set(address, { reason: `gives no copy: ${refusal}`, refuses: true });
  }
  return failures;
}
