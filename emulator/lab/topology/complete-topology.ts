import {
  DEFAULT_DOMAIN,
  DEFAULT_VERSION,
  networkConfiguration,
  serialNumberOf,
  type PeerPlan,
  type Topology,
} from "./topology.ts";
import type { TopologyFile } from "./topology-schema.ts";

/** Fills in what a file leaves out. */
export function completeTopology(file: TopologyFile): Topology {
  const domain = file.domain ?? DEFAULT_DOMAIN;
  const network = (file.peers[0]?.address ?? "127.0.10.1").split(".").slice(0, 3).join(".");
  const surroundings = file.surroundings ?? `${network}.254`;
  const peers = file.peers.map((peer, place): PeerPlan => {
    const keys = Object.fromEntries((peer.optionKeys ?? []).map((key, slot) => [`Option ${slot + 1} Key`, key]));
    const given = Object.entries(peer.configuration ?? {}).map(([path, value]) => [path, String(value)]);
    return {
      name: peer.name,
      address: peer.address,
      product: peer.product ?? "expressway-e",
      platform: peer.platform ?? "medium",
      softwareVersion: peer.version ?? DEFAULT_VERSION,
      serialNumber: peer.serialNumber ?? serialNumberOf(place),
      configuration: {
        ...networkConfiguration(peer.name, { domain, surroundings }),
        ...keys,
        ...Object.fromEntries(given),
      },
    };
  });
  const cluster = file.cluster && {
    name: file.cluster.name,
    preSharedKey: file.cluster.preSharedKey ?? "twin",
    peers: file.cluster.peers ?? peers.map((peer) => peer.name),
  };
  return { domain, surroundings, peers, ...(cluster && { cluster }) };
}
