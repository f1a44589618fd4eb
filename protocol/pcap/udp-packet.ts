import { isIPv4 } from "node:net";
import { ipv4Octets, ipv6Octets } from "../ip-octets.ts";

/** One end of a datagram. */
export interface PacketEnd {
  /** IPv4 or IPv6 */
  readonly address: string;
  readonly port: number;
}

export interface UdpPacket {
  readonly from: PacketEnd;
  /** Of the same family as `from`. */
  readonly to: PacketEnd;
  readonly data: Uint8Array;
}

const UDP = 17;
const HOPS = 64;
const UDP_HEADER_BYTES = 8;
const IPV4_HEADER_BYTES = 20;
const IPV6_HEADER_BYTES = 40;

/** The whole IP packet that carries a datagram, as a network interface would show it: one packet, without options. */
export function encodeUdpPacket(packet: UdpPacket): Uint8Array {
  const octets = isIPv4(packet.from.address) ? ipv4Octets : ipv6Octets;
  const [source, destination] = [octets(packet.from.address), octets(packet.to.address)];
  const udp = udpOf(packet, source, destination);
  const header = source.byteLength === 4 ? ipv4Header(udp.byteLength) : ipv6Header(udp.byteLength);
  header.set(source, header.byteLength - 2 * source.byteLength);
  header.set(destination, header.byteLength - source.byteLength);
  if (source.byteLength === 4) header.writeUInt16BE(internetChecksum(header), 10);
  return Buffer.concat([header, udp]);
}

/** RFC 768; the checksum goes over a pseudo header as well, in which lengths of 16 bits do for both families. */
function udpOf({ from, to, data }: UdpPacket, source: Uint8Array, destination: Uint8Array): Uint8Array {
  const udp = Buffer.alloc(UDP_HEADER_BYTES + data.byteLength);
  udp.writeUInt16BE(from.port, 0);
  udp.writeUInt16BE(to.port, 2);
  udp.writeUInt16BE(udp.byteLength, 4);
  udp.set(data, UDP_HEADER_BYTES);
  const rest = Uint8Array.of(udp[4] ?? 0, udp[5] ?? 0, 0, UDP);
  const checksum = internetChecksum(source, destination, rest, udp);
  // Zero stands for none.
  udp.writeUInt16BE(checksum || 0xffff, 6);
  return udp;
}

function ipv4Header(payloadBytes: number): Buffer {
  const header = Buffer.alloc(IPV4_HEADER_BYTES);
  header[0] = 0x45;
  header.writeUInt16BE(IPV4_HEADER_BYTES + payloadBytes, 2);
  header[8] = HOPS;
  header[9] = UDP;
  return header;
}

function ipv6Header(payloadBytes: number): Buffer {
  const header = Buffer.alloc(IPV6_HEADER_BYTES);
  header[0] = 0x60;
  header.writeUInt16BE(payloadBytes, 4);
  header[6] = UDP;
  header[7] = HOPS;
  return header;
}

/** RFC 1071: the ones' complement of the ones' complement sum of all 16-bit words, 0 to 65535. */
export function internetChecksum(...parts: readonly Uint8Array[]): number {
  let sum = 0;
  for (const part of parts) {
    for (let at = 0; at < part.byteLength; at += 2) sum += (part[at] ?? 0) * 256 + (part[at + 1] ?? 0);
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
  return ~sum & 0xffff;
}
