import type { Answer } from "dns-packet";
import { DEFAULT_TTL } from "../topology/dns-zones.ts";
import { soaRecord } from "../topology/soa-record.ts";
import type { Topology } from "../topology/topology.ts";
import { DnsRecords } from "./dns-records.ts";

/** Guide, Appendix 4: the services by which a cluster name leads to its peers. */
const CLUSTER_SERVICES = [
  { name: "_sips._tcp", port: 5061 },
  { name: "_sip._tcp", port: 5060 },
  { name: "_sip._udp", port: 5060 },
  { name: "_h323ls._udp", port: 1719 },
  { name: "_h323cs._tcp", port: 1720 },
] as const;

/** Where addresses lead back to names. */
const REVERSE_ZONE = "in-addr.arpa";

/** There is nothing in the lab beyond what this server knows: it is the root as well. */
const ROOT = ".";

/**
 * All records of a lab's name server: addresses of all peers, both ways, the services of its cluster, the zones of the
 * topology, and the SOA of each zone that has none of its own.
 */
export function recordsOf(topology: Topology): readonly Answer[] {
  const { domain, dns = [] } = topology;
  const own = [...hostRecords(topology), ...clusterRecords(topology)];
  const records = [...own, ...dns.flatMap((zone) => zone.records)];
  const begun = new Set(records.flatMap((record) => (record.type === "SOA" ? [record.name.toLowerCase()] : [])));
  const zones = new Set([ROOT, REVERSE_ZONE, domain.toLowerCase(), ...dns.map(({ name }) => name)]);
  const begins = [...zones]
    .filter((name) => !begun.has(name))
    .map((name) => soaRecord({ name, ttl: DEFAULT_TTL }, { mname: `ns.${domain}`, rname: `hostmaster.${domain}` }));
  return [...begins, ...records];
}

/**
 * The records of a lab whose peers may move: names lead to the address that each has since its last start.
 * @param addressOf the present address of a peer by its name; undefined for one that runs elsewhere
 */
export function followingRecords(
  topology: Topology,
  addressOf: (peer: string) => string | undefined,
): () => DnsRecords {
  let made: { readonly for: string; readonly records: DnsRecords } | undefined;
  return () => {
    const peers = topology.peers.map((plan) => ({ ...plan, address: addressOf(plan.name) ?? plan.address }));
    const key = peers.map(({ address }) => address).join();
    if (made?.for !== key) made = { for: key, records: new DnsRecords(recordsOf({ ...topology, peers })) };
    return made.records;
  };
}

const addressRecord = (name: string, data: string): Answer => ({
  name,
  type: "A",
  ttl: DEFAULT_TTL,
  class: "IN",
  data,
});

function hostRecords({ domain, surroundings, peers }: Topology): readonly Answer[] {
  const host = (name: string, address: string): readonly Answer[] => {
    const full = `${name}.${domain}`;
    const back: Answer = { name: reverseName(address), type: "PTR", ttl: DEFAULT_TTL, class: "IN", data: full };
    return [addressRecord(full, address), back];
  };
  return [
    ...host("ns", surroundings),
    addressRecord(`ntp.${domain}`, surroundings),
    ...peers.flatMap(({ name, address }) => host(name, address)),
  ];
}

function clusterRecords({ domain, peers, cluster }: Topology): readonly Answer[] {
  const name = cluster?.name ?? `cluster.${domain}`;
  const members = cluster?.peers ?? peers.map((peer) => peer.name);
  const services = CLUSTER_SERVICES.flatMap((service) =>
    members.map((member): Answer => {
      const data = { priority: 1, weight: 1, port: service.port, target: `${member}.${domain}` };
      return { name: `${service.name}.${name}`, type: "SRV", ttl: DEFAULT_TTL, class: "IN", data };
    }),
  );
  const addresses = members.flatMap((member) => {
    const address = peers.find((peer) => peer.name === member)?.address;
    return address === undefined ? [] : [addressRecord(name, address)];
  });
  return [...services, ...addresses];
}

const reverseName = (address: string): string => `${address.split(".").toReversed().join(".")}.${REVERSE_ZONE}`;
