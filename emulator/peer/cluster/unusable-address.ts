import { BlockList, isIPv4 } from "node:net";

interface Unusable {
  readonly reason: string;
  readonly range: BlockList;
}

function range(reason: string, ...subnets: readonly (readonly [network: string, prefix: number])[]): Unusable {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, isIPv4(network) ? "ipv4" : "ipv6");
  return { reason, range: list };
}

/** RFC 6890 and RFC 5771, RFC 4291: what is no address of one box. */
const unusable: readonly Unusable[] = [
  range("an unspecified address", ["0.0.0.0", 8], ["::", 128]),
  range("a multicast address", ["224.0.0.0", 4], ["ff00::", 8]),
  range("the broadcast address", ["255.255.255.255", 32]),
  range("a reserved address", ["240.0.0.0", 4]),
];

const loopback = range("a loopback address", ["127.0.0.0", 8], ["::1", 128]);

const isIn = ({ range: list }: Unusable, address: string): boolean =>
  list.check(address, isIPv4(address) ? "ipv4" : "ipv6");

/**
 * Why an address cannot be that of a peer; undefined where it can. Loopback addresses can where the peer that is asked has
 * one itself, as the peers of a lab on one machine have.
 */
export function unusablePeerAddress(address: string, ownAddress: string): string | undefined {
  const found = unusable.find((each) => isIn(each, address));
  if (found) return found.reason;
  return isIn(loopback, address) && !isIn(loopback, ownAddress) ? loopback.reason : undefined;
}
