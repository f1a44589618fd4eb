import { ipv4Octets, ipv4Text, ipv6Octets, ipv6Text } from "../ip-octets.ts";
import { MalformedMessage } from "../malformed.ts";
import { MAGIC_COOKIE } from "./magic-cookie.ts";

/** An IP address, of either version, and a port. */
export interface TransportAddress {
  readonly address: string;
  readonly port: number;
}

/** How the value of an attribute is written and read. The transaction's id takes part in addresses that are XORed. */
export interface ValueCodec<Value> {
  readonly write: (value: Value, transactionId: Uint8Array) => Uint8Array;
  /** @throws MalformedMessage */
  readonly read: (bytes: Uint8Array, transactionId: Uint8Array) => Value;
}

const FAMILY_IPV4 = 1;
const FAMILY_IPV6 = 2;

/** A text in UTF-8. */
export function text(mostBytes: number): ValueCodec<string> {
  return {
    write: (value) => {
      const bytes = Buffer.from(value);
      if (bytes.length > mostBytes)
        throw new RangeError(`the text has ${bytes.length} bytes, allowed are up to ${mostBytes}`);
      return bytes;
    },
    read: (bytes) => {
      if (bytes.length > mostBytes)
        throw new MalformedMessage(`a text has ${bytes.length} bytes, more than ${mostBytes}`);
      try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        throw new MalformedMessage("a text is not UTF-8");
      }
    },
  };
}

export const octets: ValueCodec<Uint8Array> = { write: (value) => value, read: (bytes) => Uint8Array.from(bytes) };

export function fixedOctets(length: number): ValueCodec<Uint8Array> {
  return {
    write: (value) => {
      if (value.length !== length) throw new RangeError(`the value has ${value.length} bytes, allowed are ${length}`);
      return value;
    },
    read: (bytes) => Uint8Array.from(ofLength(bytes, length)),
  };
}

/** An attribute that says what it says by being there. */
export const flag: ValueCodec<true> = {
  write: () => new Uint8Array(),
  read: (bytes) => {
    ofLength(bytes, 0);
    return true;
  },
};

/** A number in the first bytes of four; what comes after it is reserved. */
export function number(bytesUsed: 1 | 2 | 4): ValueCodec<number> {
  const most = 2 ** (8 * bytesUsed) - 1;
  return {
    write: (value) => {
      if (!Number.isInteger(value) || value < 0 || value > most)
        throw new RangeError(`the number is ${value}, allowed are 0 to ${most}`);
      const bytes = Buffer.alloc(4);
      bytes.writeUIntBE(value, 0, bytesUsed);
      return bytes;
    },
    read: (bytes) => viewOf(ofLength(bytes, 4)).readUIntBE(0, bytesUsed),
  };
}

/** EVEN-PORT: whether the port after the relay's is to be reserved. */
export const evenPort: ValueCodec<{ readonly reserveNext: boolean }> = {
  write: ({ reserveNext }) => Uint8Array.of(reserveNext ? 0x80 : 0),
  read: (bytes) => ({ reserveNext: (viewOf(ofLength(bytes, 1)).readUInt8(0) & 0x80) !== 0 }),
};

/** ERROR-CODE: 300 to 699 and words. */
export const errorCode: ValueCodec<{ readonly code: number; readonly reason: string }> = {
  write: ({ code, reason }) => {
    if (!Number.isInteger(code) || code < 300 || code > 699)
      throw new RangeError(`the error code is ${code}, allowed are 300 to 699`);
    return Buffer.concat([Uint8Array.of(0, 0, Math.floor(code / 100), code % 100), reasonPhrase.write(reason, NO_ID)]);
  },
  read: (bytes) => {
    if (bytes.length < 4) throw new MalformedMessage(`an ERROR-CODE has ${bytes.length} bytes, fewer than 4`);
    const [, , hundreds = 0, rest = 0] = bytes;
    if ((hundreds & 7) < 3 || (hundreds & 7) > 6 || rest > 99)
      throw new MalformedMessage(`an ERROR-CODE has class ${hundreds & 7} and number ${rest}`);
    return { code: (hundreds & 7) * 100 + rest, reason: reasonPhrase.read(bytes.subarray(4), NO_ID) };
  },
};

/** UNKNOWN-ATTRIBUTES: types. */
export const attributeTypes: ValueCodec<readonly number[]> = {
  write: (types) => Uint8Array.from(types.flatMap((type) => [type >> 8, type & 0xff])),
  read: (bytes) => {
    if (bytes.length % 2 !== 0) throw new MalformedMessage(`a list of types has ${bytes.length} bytes, an odd number`);
    const view = viewOf(bytes);
    return Array.from({ length: bytes.length / 2 }, (_, place) => view.readUInt16BE(place * 2));
  },
};

export const plainAddress: ValueCodec<TransportAddress> = {
  write: ({ address, port }) => {
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new RangeError(`the port is ${port}, allowed are 0 to 65535`);
    const ip = address.includes(":") ? ipv6Octets(address) : ipv4Octets(address);
    return Uint8Array.of(0, ip.length === 4 ? FAMILY_IPV4 : FAMILY_IPV6, port >> 8, port & 0xff, ...ip);
  },
  read: (bytes) => {
    const [, family, high = 0, low = 0] = bytes;
    const port = high * 256 + low;
    if (family === FAMILY_IPV4) return { address: ipv4Text(ofLength(bytes, 8).subarray(4)), port };
    if (family === FAMILY_IPV6) return { address: ipv6Text(ofLength(bytes, 20).subarray(4)), port };
    throw new MalformedMessage(`an address is of family ${family ?? "none"}, supported are 1 and 2`);
  },
};

/** RFC 5389, section 15.2: so that a NAT that looks for addresses does not find them. */
export const xoredAddress: ValueCodec<TransportAddress> = {
  write: (value, transactionId) => xored(plainAddress.write(value, transactionId), transactionId),
  read: (bytes, transactionId) => plainAddress.read(xored(bytes, transactionId), transactionId),
};

function xored(bytes: Uint8Array, transactionId: Uint8Array): Uint8Array {
  const mask = [...MAGIC_COOKIE.subarray(0, 2), ...MAGIC_COOKIE, ...transactionId];
  return bytes.map((byte, at) => (at < 2 ? byte : byte ^ (mask[at - 2] ?? 0)));
}

function ofLength(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new MalformedMessage(`a value has ${bytes.length} bytes, not ${length}`);
  return bytes;
}

const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const NO_ID = new Uint8Array();
const reasonPhrase = text(763);
