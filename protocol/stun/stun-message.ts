import { crc32 } from "node:zlib";
import { MalformedMessage } from "../malformed.ts";
import { readAttributes, writeAttributes, type RawAttribute, type StunAttributes } from "./attributes.ts";
import { integrityOf, INTEGRITY_BYTES, type Integrity } from "./integrity.ts";
import { MAGIC_COOKIE } from "./magic-cookie.ts";
import { decodeMessageType, encodeMessageType, type StunClass, type StunMethod } from "./methods.ts";

const HEADER_BYTES = 20;
export const TRANSACTION_ID_BYTES = 12;
const MESSAGE_INTEGRITY = 0x0008;
const FINGERPRINT = 0x8028;
/** `STUN`: so that a checksum of somebody else's is not one of these. */
const FINGERPRINT_MASK = 0x5354_554e;

export interface StunMessage {
  readonly method: StunMethod;
  readonly class: StunClass;
  /** 12 bytes, the same in a request and in its answer. */
  readonly transactionId: Uint8Array;
  readonly attributes: StunAttributes;
}

/** A message as it came. */
export interface ReceivedStunMessage extends StunMessage {
  /** Attributes that are not known and may not be ignored. */
  readonly notUnderstood: readonly number[];
  /** What is wrong with the value of an attribute. */
  readonly flaw?: string;
  /** Present where the message has MESSAGE-INTEGRITY. */
  readonly integrity?: Integrity;
  readonly hasFingerprint: boolean;
}

export interface EncodeOptions {
  /** Adds MESSAGE-INTEGRITY. */
  readonly key?: Uint8Array | undefined;
  /** Adds FINGERPRINT. */
  readonly fingerprint?: boolean;
}

/**
 * The payload of a UDP datagram (RFC 5389, section 6).
 * @throws RangeError naming the attribute, its value and those allowed
 */
export function encodeStun(message: StunMessage, { key, fingerprint = false }: EncodeOptions = {}): Uint8Array {
  const { method, class: messageClass, transactionId } = message;
  if (transactionId.length !== TRANSACTION_ID_BYTES)
    throw new RangeError(`the transaction id has ${transactionId.length} bytes, allowed are ${TRANSACTION_ID_BYTES}`);
  const body = Buffer.concat(writeAttributes(message.attributes, transactionId).map(framed));
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE(encodeMessageType(method, messageClass), 0);
  header.set(MAGIC_COOKIE, 4);
  header.set(transactionId, 8);
  let whole = withLength(Buffer.concat([header, body]), 0);
  if (key) {
    const covered = withLength(whole, 4 + INTEGRITY_BYTES);
    whole = Buffer.concat([covered, framed({ type: MESSAGE_INTEGRITY, value: integrityOf(covered, key) })]);
  }
  if (!fingerprint) return whole;
  const covered = withLength(whole, 8);
  const value = Buffer.alloc(4);
  value.writeUInt32BE(fingerprintOf(covered));
  return Buffer.concat([covered, framed({ type: FINGERPRINT, value })]);
}

/**
 * @throws MalformedMessage for what is no STUN message, is of a method that is not known or has a wrong FINGERPRINT. A
 * value that cannot be read is told as a flaw, for it is answered.
 */
export function decodeStun(data: Uint8Array): ReceivedStunMessage {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (bytes.length < HEADER_BYTES)
    throw new MalformedMessage(`a STUN message has ${bytes.length} bytes, fewer than 20`);
  const type = bytes.readUInt16BE(0);
  if (type >= 0x4000) throw new MalformedMessage("the first two bits of a STUN message are not 0");
  if (!bytes.subarray(4, 8).equals(MAGIC_COOKIE)) throw new MalformedMessage("a STUN message lacks the magic cookie");
  const length = bytes.readUInt16BE(2);
  if (length !== bytes.length - HEADER_BYTES)
    throw new MalformedMessage(`a STUN message says ${length} bytes and has ${bytes.length - HEADER_BYTES}`);
  const { method, class: messageClass } = decodeMessageType(type);
  if (typeof method === "number") throw new MalformedMessage(`STUN method ${method} is not supported`);
  const transactionId = Uint8Array.from(bytes.subarray(8, HEADER_BYTES));
  const { raw, integrity, hasFingerprint } = readFrames(bytes);
  const { said, notUnderstood, flaw } = readAttributes(raw, transactionId);
  return {
    method,
    class: messageClass,
    transactionId,
    attributes: said,
    notUnderstood,
    hasFingerprint,
    ...(flaw !== undefined && { flaw }),
    ...(integrity && { integrity }),
  };
}

interface Frames {
  readonly raw: readonly RawAttribute[];
  readonly integrity: Integrity | undefined;
  readonly hasFingerprint: boolean;
}

/** What comes after MESSAGE-INTEGRITY is ignored, but for FINGERPRINT, which is the last of all. */
function readFrames(bytes: Buffer): Frames {
  const raw: RawAttribute[] = [];
  let integrity: Integrity | undefined;
  for (let at = HEADER_BYTES; at < bytes.length;) {
    if (at + 4 > bytes.length) throw new MalformedMessage(`an attribute has ${bytes.length - at} bytes, fewer than 4`);
    const type = bytes.readUInt16BE(at);
    const length = bytes.readUInt16BE(at + 2);
    const end = at + 4 + length;
    if (end > bytes.length)
      throw new MalformedMessage(`an attribute says ${length} bytes and ${bytes.length - at - 4} are left`);
    const value = bytes.subarray(at + 4, end);
    if (type === FINGERPRINT) {
      checkFingerprint(bytes, at, value);
      return { raw, integrity, hasFingerprint: true };
    }
    if (!integrity && type === MESSAGE_INTEGRITY) {
      const covered = withLength(bytes.subarray(0, at), 4 + INTEGRITY_BYTES);
      integrity = { covered, value: Uint8Array.from(value) };
    } else if (!integrity) raw.push({ type, value });
    at = end + paddingOf(length);
  }
  return { raw, integrity, hasFingerprint: false };
}

function checkFingerprint(bytes: Buffer, at: number, value: Buffer): void {
  if (value.length !== 4 || at + 8 !== bytes.length)
    throw new MalformedMessage("FINGERPRINT is not the last attribute");
  if (value.readUInt32BE(0) !== fingerprintOf(bytes.subarray(0, at)))
    throw new MalformedMessage("FINGERPRINT is wrong");
}

const fingerprintOf = (covered: Uint8Array): number => (crc32(covered) ^ FINGERPRINT_MASK) >>> 0;

/** Type, length and value, filled up to a multiple of four. */
function framed({ type, value }: RawAttribute): Uint8Array {
  const bytes = Buffer.alloc(4 + value.length + paddingOf(value.length));
  bytes.writeUInt16BE(type, 0);
  bytes.writeUInt16BE(value.length, 2);
  bytes.set(value, 4);
  return bytes;
}

const paddingOf = (length: number): number => -length & 3;

/** A copy whose length field says so many bytes more than there are after the header. */
function withLength(bytes: Uint8Array, more: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt16BE(bytes.length - HEADER_BYTES + more, 2);
  return copy;
}
