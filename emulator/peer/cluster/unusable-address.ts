import { ipv4Octets, ipv6Octets } from "../../../protocol/ip-octets.ts";

interface AddressRange {
  readonly reason: string;
  /** True for the octets of such an address, of IPv4 and of IPv6. */
  readonly v4: (octets: Uint8Array) => boolean;
  readonly v6: (octets: Uint8Array) => boolean;
}

const none = (): boolean => false;

/** Fifteen zeros, and then this. */
const lastOnly = (octets: Uint8Array, last: number): boolean =>
  octets.every((octet, at) => octet === (at < 15 ? 0 : last));

const loopback: AddressRange = {
  reason: "a loopback address",
  v4: ([first]) => first === 127,
  v6: (octets) => lastOnly(octets, 1),
};

/** RFC 6890, RFC 5771 and RFC 4291: what is no address of one box. The first that fits tells the reason. */
const unusable: readonly AddressRange[] = [
  { reason: "an unspecified address", v4: ([first]) => first === 0, v6: (octets) => lastOnly(octets, 0) },
  {
    reason: "a multicast address",
    v4: ([first = 0]) => first >= 224 && first < 240,
    v6: ([first]) => first === 255,
  },
  { reason: "the broadcast address", v4: (octets) => octets.every((octet) => octet === 255), v6: none },
  { reason: "a reserved address", v4: ([first = 0]) => first >= 240, v6: none },
];

const isIn = ({ v4, v6 }: AddressRange, address: string): boolean =>
  address.includes(":") ? v6(ipv6Octets(address)) : v4(ipv4Octets(address));

/**
 * Why an IPv4 or IPv6 address cannot be that of a peer; undefined where it can. Loopback addresses can where the peer that
 * is asked has one itself, as the peers of a lab on one machine have.
 * @throws RangeError for what is no address
 */
export function unusablePeerAddress(address: string, ownAddress: string): string | undefined {
  const found = unusable.find((range) => isIn(range, address));
  if (found) return found.reason;
  return isIn(loopback, address) && !isIn(loopback, ownAddress) ? loopback.reason : undefined;
}
