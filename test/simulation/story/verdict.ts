import type { SimulatedCluster } from "../simulated-cluster.ts";

/** What is wrong with a cluster of which every peer should be up, equal and well. */
export function wrongInCluster(cluster: SimulatedCluster): string[] {
  const wrong = wrongWithPeers(cluster);
  const primary = cluster.peers[0]?.device?.configuration.digest.text;
  for (const [place, { device }] of cluster.peers.entries()) {
    const peer = `peer ${place + 1}`;
    if (!device) continue;
    if (device.configuration.digest.text !== primary) wrong.push(`${peer} differs from the primary`);
    for (const { address, word } of device.cluster.entries())
      if (word !== "Active" && word !== "This system") wrong.push(`${peer} sees ${address} as ${word}`);
    if (device.cluster.databaseStatus !== "Active")
      wrong.push(`${peer}: cluster database ${device.cluster.databaseStatus}`);
  }
  return wrong;
}

/** What is wrong with peers that should be up and well, each by itself. */
export function wrongWithPeers(cluster: SimulatedCluster): string[] {
  return cluster.peers.flatMap(({ device }, place) => {
    if (!device) return [`peer ${place + 1} is down`];
    // Calls go on meanwhile, and there are few licenses for them.
    const standing = device.alarms.standing().filter(({ type }) => type.category !== "Licensing");
    return standing.map(
      ({ type, evidence }) => `peer ${place + 1} has alarm ${type.id}: ${evidence?.facts.join("; ")}`,
    );
  });
}
