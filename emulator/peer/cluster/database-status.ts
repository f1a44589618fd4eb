import { failings } from "./replication-conditions.ts";
import type { ReplicationFacts } from "./replication-facts.ts";

/** The word at the foot of the Clustering page. Those other than Active are the twin's own. */
export type DatabaseStatus = "Active" | "Initializing" | "Failed";

/** What the copy does on this peer: nothing on the primary, and it waits while something stands in its way. */
export type ReplicationStatus = "Inactive" | "Active" | "Suspended" | "Failed";

/**
 * Follows from the last real exchanges with the other peers, and from nothing that is only configured.
 * @param own the digest of this peer's configuration, and whether it was ever found equal to the primary's
 */
export function databaseStatus(
  facts: ReplicationFacts,
  own: { readonly digest: string; readonly everSynchronized: boolean },
): DatabaseStatus {
  const { stopping } = failings(facts);
  const alarmed = stopping !== undefined && stopping.condition.alarms.length > 0;
  if (alarmed || facts.databaseFailures.size > 0 || facts.others.some((peer) => peer.word === "Failed"))
    return "Failed";
  if (stopping || facts.others.some(({ address }) => !facts.databaseContacts.has(address))) return "Initializing";
  if (!facts.subordinate) return "Active";
  const inStep = facts.primary?.report?.digest === own.digest;
  return inStep || own.everSynchronized ? "Active" : "Initializing";
}

export function replicationStatus(facts: ReplicationFacts): ReplicationStatus {
  if (!facts.subordinate) return "Inactive";
  const { stopping } = failings(facts);
  if (!stopping) return facts.databaseFailures.has(facts.settings.primaryAddress ?? "") ? "Failed" : "Active";
  return stopping.condition.alarms.length > 0 ? "Failed" : "Suspended";
}
