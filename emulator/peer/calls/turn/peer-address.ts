import { ipv4Octets } from "../../../../protocol/ip-octets.ts";
import type { TransportAddress } from "../../../../protocol/stun/attribute-values.ts";

const LOOPBACK = 127;
const FIRST_MULTICAST = 224;

/**
 * Why nothing may be relayed to an address (RFC 5766, section 9.1; which the product forbids is not known): networks that
 * are none, groups and broadcasts, and the peer's own loopback unless the whole lab lives there.
 * @returns the error code, undefined where it may
 */
export function peerAddressError({ address }: TransportAddress, ownAddress: string): 403 | 443 | undefined {
  if (address.includes(":")) return 443;
  const network = networkOf(address);
  if (network === 0 || network >= FIRST_MULTICAST) return 403;
  return network === LOOPBACK && networkOf(ownAddress) !== LOOPBACK ? 403 : undefined;
}

/** The first of the four numbers. */
const networkOf = (address: string): number => ipv4Octets(address)[0] ?? 0;
