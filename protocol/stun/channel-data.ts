import { MalformedMessage } from "../malformed.ts";

/** RFC 5766, section 11: the channels that may be bound. */
export const FIRST_CHANNEL = 0x4000;
export const LAST_CHANNEL = 0x7ffe;

const HEADER_BYTES = 4;

/** Data under the number of a channel in place of an address (RFC 5766, section 11.4). */
export interface ChannelData {
  readonly channel: number;
  readonly data: Uint8Array;
}

/** Whether a datagram is ChannelData rather than a STUN message: its first two bits say it. */
export const isChannelData = (datagram: Uint8Array): boolean => ((datagram[0] ?? 0) & 0xc0) === 0x40;

/** @throws RangeError for a number that is no channel's */
export function encodeChannelData({ channel, data }: ChannelData): Uint8Array {
  if (!Number.isInteger(channel) || channel < FIRST_CHANNEL || channel > LAST_CHANNEL)
    throw new RangeError(`the channel is ${channel}, allowed are ${FIRST_CHANNEL} to ${LAST_CHANNEL}`);
  const bytes = Buffer.alloc(HEADER_BYTES + data.length);
  bytes.writeUInt16BE(channel, 0);
  bytes.writeUInt16BE(data.length, 2);
  bytes.set(data, HEADER_BYTES);
  return bytes;
}

/** What comes after the data is padding. @throws MalformedMessage */
export function decodeChannelData(datagram: Uint8Array): ChannelData {
  if (datagram.length < HEADER_BYTES)
    throw new MalformedMessage(`ChannelData has ${datagram.length} bytes, fewer than ${HEADER_BYTES}`);
  const bytes = Buffer.from(datagram.buffer, datagram.byteOffset, datagram.byteLength);
  const channel = bytes.readUInt16BE(0);
  if (channel < FIRST_CHANNEL || channel > LAST_CHANNEL) throw new MalformedMessage(`${channel} is no channel`);
  const end = HEADER_BYTES + bytes.readUInt16BE(2);
  if (end > bytes.length)
    throw new MalformedMessage(`ChannelData says ${end - HEADER_BYTES} bytes and has ${bytes.length - HEADER_BYTES}`);
  return { channel, data: Uint8Array.from(bytes.subarray(HEADER_BYTES, end)) };
}
