import type { PeerReport } from "../../../protocol/cluster/probe.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { ClusterPeer } from "./cluster-peer.ts";
import type { ClusterSettings } from "./settings.ts";

interface Told {
  readonly settings: ClusterSettings;
  readonly others: readonly ClusterPeer[];
  /** The peers that this one's database exchanges fail with. */
  readonly databaseFailures: readonly string[];
  readonly softwareVersion: string;
  readonly upgrading: boolean;
  readonly ntpSynchronized: boolean;
  readonly configuration: Configuration;
  readonly lineage: string;
}

/** What the other peers are told of this one's part in the cluster. */
export function reportOfCluster({
  settings,
  others,
  configuration,
  ...told
}: Told): Omit<PeerReport, "unit" | "licenses" | "losses" | "diagnosticLogging"> {
  return {
    ...told,
    clusterName: settings.name,
    peers: settings.peers,
    primary: settings.primary,
    primaryAddress: settings.primaryAddress ?? "",
    contacts: others.flatMap(({ address, word }) => (word === "Active" ? [address] : [])),
    h323: configuration.isOn("H323 Mode"),
    generation: configuration.generation,
    digest: configuration.digest.text,
  };
}
