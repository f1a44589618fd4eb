/** An IP packet, and when it was seen. */
export interface SeenPacket {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** From the first octet of the IP header on. */
  readonly bytes: Uint8Array;
}

const MAGIC = 0xa1b2c3d4;
const MAJOR = 2;
const MINOR = 4;
const LONGEST_PACKET = 65_535 + 40;
/** LINKTYPE_RAW: packets begin with the IP header; its first four bits tell the version. */
const RAW_IP = 101;
const FILE_HEADER_BYTES = 24;
const PACKET_HEADER_BYTES = 16;

/** A file of the libpcap format, big-endian, with times in microseconds. */
export function writePcap(packets: readonly SeenPacket[]): Uint8Array {
  const header = Buffer.alloc(FILE_HEADER_BYTES);
  header.writeUInt32BE(MAGIC, 0);
  header.writeUInt16BE(MAJOR, 4);
  header.writeUInt16BE(MINOR, 6);
  header.writeUInt32BE(LONGEST_PACKET, 16);
  header.writeUInt32BE(RAW_IP, 20);
  return Buffer.concat([header, ...packets.flatMap(({ at, bytes }) => [packetHeader(at, bytes.byteLength), bytes])]);
}

function packetHeader(at: number, length: number): Uint8Array {
  const header = Buffer.alloc(PACKET_HEADER_BYTES);
  const microseconds = Math.floor(at * 1000);
  header.writeUInt32BE(Math.floor(microseconds / 1_000_000) >>> 0, 0);
  header.writeUInt32BE(microseconds % 1_000_000, 4);
  header.writeUInt32BE(length, 8);
  header.writeUInt32BE(length, 12);
  return header;
}
