import type { Answer } from "dns-packet";
import { DEFAULT_TTL } from "../topology/dns-zones.ts";
import { ownRecords, REVERSE_ZONE } from "../topology/own-records.ts";
import { soaRecord } from "../topology/soa-record.ts";
import type { Topology } from "../topology/topology.ts";
import { DnsRecords } from "./dns-records.ts";

/** There is nothing in the lab beyond what this server knows: it is the root as well. */
const ROOT = ".";

/**
 * All records of a lab's name server: addresses of all peers, both ways, the services of its cluster, the zones of the
 * topology, and the SOA of each zone that has none of its own.
 */
export function recordsOf(topology: Topology): readonly Answer[] {
  const { domain, dns = [] } = topology;
  const records = [...ownRecords(topology), ...dns.flatMap((zone) => zone.records)];
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
