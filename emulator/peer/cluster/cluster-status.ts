import type { StatusValue, StatusValues } from "../core/status-values.ts";
import { formatTime } from "../reporting/status/format-time.ts";
import type { Cluster } from "./cluster.ts";

/** The Alternates subtree: empty on a stand-alone peer, as seen; its children when clustered are our reading. */
export function clusterStatus(cluster: Cluster): StatusValues {
  if (cluster.settings.peers.length === 0) return {};
  const peers = new Map<number, StatusValue>();
  for (const entry of cluster.entries()) {
    peers.set(entry.index, {
      Status: entry.word === "This system" ? "Active" : entry.word,
      Cause: entry.cause,
      Address: entry.address,
      LastStatusChange: formatTime(entry.lastStatusChange),
    });
  }
  return {
    Cluster: { Name: cluster.settings.name },
    ConfigurationPrimary: cluster.settings.primary,
    Peer: peers,
    Database: { Status: cluster.databaseStatus },
    Replication: {
      Status: cluster.replicationStatus,
      LastSynchronization: cluster.lastSynchronization === undefined ? "" : formatTime(cluster.lastSynchronization),
      NextSynchronization: cluster.nextSynchronization === undefined ? "" : formatTime(cluster.nextSynchronization),
    },
  };
}
