import { makeReleaseKey } from "../../peer/calls/licensing/release-key.ts";
import type { FaultRule } from "../faults/rule-members.ts";
import {
  DEFAULT_DOMAIN,
  DEFAULT_VERSION,
  managerConfiguration,
  networkConfiguration,
  serialNumberOf,
  type PeerPlan,
  type Topology,
} from "./topology.ts";
import { zonesOf } from "./dns-zones.ts";
import { optionKeysOf } from "./option-keys.ts";
import { surroundingsOf } from "./surroundings-of.ts";
import type { TopologyFile } from "./topology-schema.ts";

/** Fills in what a file leaves out. */
export function completeTopology(file: TopologyFile): Topology {
  const domain = file.domain ?? DEFAULT_DOMAIN;
  const surroundings = surroundingsOf(file);
  const peers = file.peers.map((peer, place): PeerPlan => {
    const { product = "expressway-e", serialNumber = serialNumberOf(place), version = DEFAULT_VERSION } = peer;
    const given = Object.entries(peer.configuration ?? {}).map(([path, value]) => [path, String(value)]);
    return {
      name: peer.name,
      address: peer.address,
      product,
      platform: peer.platform ?? "medium",
      hardware: peer.hardware ?? "virtual-machine",
      softwareVersion: version,
      serialNumber,
      optionKeys: optionKeysOf(peer.optionKeys, product, serialNumber),
      releaseKey: peer.releaseKey ?? makeReleaseKey(serialNumber, version),
      configuration: {
        ...networkConfiguration(peer.name, { domain, surroundings }),
        ...(file.tms && managerConfiguration({ surroundings })),
        ...Object.fromEntries(given),
      },
    };
  });
  const cluster = file.cluster && {
    name: file.cluster.name,
    preSharedKey: file.cluster.preSharedKey ?? "twin",
    peers: file.cluster.peers ?? peers.map((peer) => peer.name),
  };
  const faults = file.faults as readonly FaultRule[] | undefined;
  const { tms } = file;
  return {
    domain,
    surroundings,
    ...(tms && { tms }),
    peers,
    ...(cluster && { cluster }),
    ...(file.dns && { dns: zonesOf(file.dns) }),
    ...(faults && { faults }),
  };
}
