import { failings } from "./replication-conditions.ts";
import type { ReplicationFacts } from "./replication-facts.ts";

/** The word at the foot of the Clustering page. Those other than Active are the twin's own. */
export type DatabaseStatus = "Active" | "Initializing" | "Failed";

/** What the copy does on this peer: nothing on the primary, and it waits while something stands in its way. */
export type ReplicationStatus = "Inactive" | "Active" | "Suspended" | "Failed";

/**
 * Follows from the last real exchanges with the other peers, and from what stops the copy: on a subordinate each condition
 * that has an alarm, on the primary those for which it gives no copy.
 * @param own the digest of this peer's configuration, and whether it was ever found equal to the primary's
 */
export function databaseStatus(
  facts: ReplicationFacts,
  own: { readonly digest: string; readonly everSynchronized: boolean },
): DatabaseStatus {
  const { databaseContacts, databaseFailures, others, subordinate } = facts;
  const { refusal, stopping } = failings(facts);
  const stopped = subordinate ? (stopping?.condition.alarms.length ?? 0) > 0 : refusal !== undefined;
  if (stopped || databaseFailures.size > 0) return "Failed";
  // A peer that is being added has not been reached yet.
  if (others.some(({ added, address }) => !added || !databaseContacts.has(address))) return "Initializing";
  if (!subordinate) return "Active";
  const inStep = facts.primary?.report?.digest === own.digest;
  return inStep || own.everSynchronized ? "Active" : "Initializing";
}

export function replicationStatus(facts: ReplicationFacts): ReplicationStatus {
  if (!facts.subordinate) return "Inactive";
  const { stopping } = failings(facts);
  if (!stopping) return facts.databaseFailures.has(facts.settings.primaryAddress ?? "") ? "Failed" : "Active";
  return stopping.condition.alarms.length > 0 ? "Failed" : "Suspended";
}
