import { MalformedMessage } from "../malformed.ts";

/** One element of the basic encoding rules (X.690), as far as LDAP allows it (RFC 4511, 5.1): lengths are definite, tags one byte. */
export interface BerElement {
  readonly tag: number;
  readonly content: Uint8Array;
}

/** What begins with a length of several bytes, of which the first counts the others. */
const LONG_FORM = 0x80;
const MOST_LENGTH_BYTES = 4;

export const berTags = { integer: 0x02, octets: 0x04, enumerated: 0x0a, sequence: 0x30, set: 0x31 } as const;

/** The tag and the lengths in bytes of the element that begins here; undefined while its header is not whole. */
export function readHeader(
  bytes: Uint8Array,
): { readonly tag: number; readonly header: number; readonly content: number } | undefined {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) return undefined;
  if (first < LONG_FORM) return { tag, header: 2, content: first };
  const count = first - LONG_FORM;
  if (count === 0 || count > MOST_LENGTH_BYTES) throw new MalformedMessage(`a BER length of ${count} bytes`);
  if (bytes.length < 2 + count) return undefined;
  return { tag, header: 2 + count, content: bigEndian(bytes.subarray(2, 2 + count)) };
}

/** The elements that some bytes are, one after the other. @throws MalformedMessage when the last one is not whole */
export function readElements(bytes: Uint8Array): readonly BerElement[] {
  const elements: BerElement[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const start = readHeader(rest);
    if (!start || rest.length < start.header + start.content) throw new MalformedMessage("a BER element ends early");
    const end = start.header + start.content;
    elements.push({ tag: start.tag, content: rest.subarray(start.header, end) });
    rest = rest.subarray(end);
  }
  return elements;
}

/** A whole number that is not negative. @throws MalformedMessage for one that no field of LDAP can have */
export function readInteger({ content }: BerElement): number {
  if (content.length === 0 || content.length > MOST_LENGTH_BYTES || (content[0] ?? 0) >= LONG_FORM)
    throw new MalformedMessage(`a BER number of ${content.length} bytes`);
  return bigEndian(content);
}

export function writeElement(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  const size = length < LONG_FORM ? [length] : [LONG_FORM + bytesOf(length).length, ...bytesOf(length)];
  return Buffer.concat([Uint8Array.of(tag, ...size), ...content]);
}

/** @param value not negative */
export function writeInteger(value: number, tag: number = berTags.integer): Uint8Array {
  const bytes = bytesOf(value);
  // The first bit is that of the sign.
  return writeElement(tag, Uint8Array.from((bytes[0] ?? 0) >= LONG_FORM ? [0, ...bytes] : bytes));
}

export const writeText = (value: string, tag: number = berTags.octets): Uint8Array =>
  writeElement(tag, Buffer.from(value));

const bigEndian = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/** As few bytes as a number needs, one at least. */
function bytesOf(value: number): readonly number[] {
  const bytes = [value % 256];
  for (let rest = Math.floor(value / 256); rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return bytes;
}
