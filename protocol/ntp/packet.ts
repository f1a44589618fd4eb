/** NTP counts seconds from 1900; this many lie before 1970. */
const SECONDS_1900_TO_1970 = 2_208_988_800;
const PACKET_BYTES = 48;

export const ntpModes = { client: 3, server: 4 } as const;

/** The parts of an NTP packet (RFC 5905, section 7.3) that a simple client and server use. Times are milliseconds since 1970. */
export interface NtpPacket {
  /** 0 no warning … 3 clock not synchronized. */
  readonly leap: number;
  readonly version: number;
  readonly mode: number;
  /** 0 unspecified or kiss-o'-death, 1 primary server, 2 to 15 secondary, 16 unsynchronized. */
  readonly stratum: number;
  /** Four bytes: an address, or four letters at stratum 0 and 1. */
  readonly referenceId: Uint8Array;
  readonly referenceTime: number;
  readonly originTime: number;
  readonly receiveTime: number;
  readonly transmitTime: number;
  /** The transmit timestamp bit for bit: an answer carries it back as origin, and a client knows its answer by it. */
  readonly originBits: bigint;
  readonly transmitBits: bigint;
}

export type NtpFields = Omit<NtpPacket, "originBits" | "transmitBits" | "originTime"> & {
  readonly originBits?: bigint;
};

export function encodeNtp(packet: NtpFields): Uint8Array {
  const bytes = Buffer.alloc(PACKET_BYTES);
  bytes[0] = ((packet.leap & 3) << 6) | ((packet.version & 7) << 3) | (packet.mode & 7);
  bytes[1] = packet.stratum;
  bytes[2] = 6;
  bytes.writeInt8(-20, 3);
  bytes.set(packet.referenceId.subarray(0, 4), 12);
  bytes.writeBigUInt64BE(toBits(packet.referenceTime), 16);
  bytes.writeBigUInt64BE(packet.originBits ?? 0n, 24);
  bytes.writeBigUInt64BE(toBits(packet.receiveTime), 32);
  bytes.writeBigUInt64BE(toBits(packet.transmitTime), 40);
  return bytes;
}

/** @returns undefined for what is too short to be one */
export function decodeNtp(data: Uint8Array): NtpPacket | undefined {
  if (data.byteLength < PACKET_BYTES) return undefined;
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const first = bytes.readUInt8(0);
  const originBits = bytes.readBigUInt64BE(24);
  const transmitBits = bytes.readBigUInt64BE(40);
  return {
    leap: first >> 6,
    version: (first >> 3) & 7,
    mode: first & 7,
    stratum: bytes.readUInt8(1),
    referenceId: Uint8Array.from(bytes.subarray(12, 16)),
    referenceTime: fromBits(bytes.readBigUInt64BE(16)),
    originTime: fromBits(originBits),
    receiveTime: fromBits(bytes.readBigUInt64BE(32)),
    transmitTime: fromBits(transmitBits),
    originBits,
    transmitBits,
  };
}

/** A moment as a 64-bit NTP timestamp; 0 is "not known". */
export function toBits(milliseconds: number): bigint {
  if (milliseconds === 0) return 0n;
  const seconds = Math.floor(milliseconds / 1000);
  const fraction = Math.round(((milliseconds - seconds * 1000) / 1000) * 2 ** 32);
  return (BigInt((seconds + SECONDS_1900_TO_1970) % 2 ** 32) << 32n) + BigInt(fraction);
}

/** Eras repeat every 136 years; a timestamp in the first half of an era belongs to the one that began in 2036 (RFC 4330, section 3). */
export function fromBits(bits: bigint): number {
  if (bits === 0n) return 0;
  const seconds = Number(bits >> 32n);
  const era = seconds < 2 ** 31 ? 2 ** 32 : 0;
  return (seconds + era - SECONDS_1900_TO_1970) * 1000 + (Number(bits & 0xffff_ffffn) / 2 ** 32) * 1000;
}
