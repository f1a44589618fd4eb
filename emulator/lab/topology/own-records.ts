import type { Answer } from "dns-packet";
import { DEFAULT_TTL } from "./dns-zones.ts";
import type { PeerPlan, Topology } from "./topology.ts";

/** Guide, Appendix 4: the services by which a cluster name leads to its peers. */
const CLUSTER_SERVICES = [
  { name: "_sips._tcp", port: 5061 },
  { name: "_sip._tcp", port: 5060 },
  { name: "_sip._udp", port: 5060 },
  { name: "_h323ls._udp", port: 1719 },
  { name: "_h323cs._tcp", port: 1720 },
] as const;

/** Where addresses lead back to names. */
export const REVERSE_ZONE = "in-addr.arpa";

/** What the names of a lab follow from. */
export interface Named {
  readonly domain: string;
  readonly surroundings: string;
  readonly peers: readonly Pick<PeerPlan, "name" | "address">[];
  readonly cluster?: Pick<NonNullable<Topology["cluster"]>, "name" | "peers">;
}

/** The addresses of all peers and servers, both ways, and the services of the cluster. */
export const ownRecords = (named: Named): readonly Answer[] => [...hostRecords(named), ...clusterRecords(named)];

const addressRecord = (name: string, data: string): Answer => ({
  name,
  type: "A",
  ttl: DEFAULT_TTL,
  class: "IN",
  data,
});

function hostRecords({ domain, surroundings, peers }: Named): readonly Answer[] {
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

function clusterRecords({ domain, peers, cluster }: Named): readonly Answer[] {
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
