import type { Instant } from "../../world/duration.ts";
import type { StatusValue, StatusValues } from "../core/status-values.ts";
import { formatTime } from "../reporting/status/format-time.ts";
import type { DatabaseStatus, ReplicationStatus } from "./database-status.ts";
import type { PeerEntry } from "./membership.ts";
import type { ClusterSettings } from "./settings.ts";

/** What is known of a cluster at one moment. */
export interface ClusterFacts {
  readonly settings: ClusterSettings;
  readonly entries: readonly PeerEntry[];
  readonly databaseStatus: DatabaseStatus;
  readonly replicationStatus: ReplicationStatus;
  readonly lastSynchronization: Instant | undefined;
  readonly nextSynchronization: Instant | undefined;
}

/** The Alternates subtree: empty on a stand-alone peer, as seen; its children when clustered are our reading. */
export function clusterStatus(cluster: ClusterFacts): StatusValues {
  if (cluster.settings.peers.length === 0) return {};
  const peers = new Map<number, StatusValue>();
  for (const entry of cluster.entries) {
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
