import type { Answer } from "dns-packet";
import type { Topology } from "../topology/topology.ts";

/** Time to live of every record, as in the guide's example (Appendix 4). */
const TTL_SECONDS = 86_400;

/** Guide, Appendix 4: the services by which a cluster name leads to its peers. */
const CLUSTER_SERVICES = [
  { name: "_sips._tcp", port: 5061 },
  { name: "_sip._tcp", port: 5060 },
  { name: "_sip._udp", port: 5060 },
  { name: "_h323ls._udp", port: 1719 },
  { name: "_h323cs._tcp", port: 1720 },
] as const;

/** The records of a lab's domain: addresses of all peers, both ways, and the services of its cluster. */
export function zoneOf(topology: Topology): Answer[] {
  const records: Answer[] = [];
  const host = (name: string, address: string): void => {
    const full = `${name}.${topology.domain}`;
    records.push({ name: full, type: "A", ttl: TTL_SECONDS, class: "IN", data: address });
    records.push({ name: reverseName(address), type: "PTR", ttl: TTL_SECONDS, class: "IN", data: full });
  };
  host("ns", topology.surroundings);
  records.push({
    name: `ntp.${topology.domain}`,
    type: "A",
    ttl: TTL_SECONDS,
    class: "IN",
    data: topology.surroundings,
  });
  for (const peer of topology.peers) host(peer.name, peer.address);
  const clusterName = topology.cluster?.name ?? `cluster.${topology.domain}`;
  const members = topology.cluster?.peers ?? topology.peers.map((peer) => peer.name);
  for (const service of CLUSTER_SERVICES) {
    for (const member of members) {
      const target = `${member}.${topology.domain}`;
      const data = { priority: 1, weight: 1, port: service.port, target };
      records.push({ name: `${service.name}.${clusterName}`, type: "SRV", ttl: TTL_SECONDS, class: "IN", data });
    }
  }
  for (const member of members) {
    const address = topology.peers.find((peer) => peer.name === member)?.address;
    if (address) records.push({ name: clusterName, type: "A", ttl: TTL_SECONDS, class: "IN", data: address });
  }
  return records;
}

const reverseName = (address: string): string => `${address.split(".").toReversed().join(".")}.in-addr.arpa`;
