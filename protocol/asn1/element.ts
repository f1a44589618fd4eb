import { MalformedMessage } from "../malformed.ts";

/**
 * One element of the basic encoding rules (X.690), as far as LDAP (RFC 4511, 5.1) and X.509 use them: lengths are definite, tags one
 * byte. What is written has the shortest length, as the distinguished rules want it; what is read may have a longer one.
 */
export interface Asn1Element {
  readonly tag: number;
  readonly content: Uint8Array;
  /** With its tag and length: what signatures are made over. */
  readonly whole: Uint8Array;
}

export const asn1Tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  printable: 0x13,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** A tag of the context: what the standards write as `[number]`. */
export const contextTag = (number: number, constructed: boolean): number => (constructed ? 0xa0 : 0x80) + number;

/** What begins with a length of several bytes, of which the first counts the others. */
const LONG_FORM = 0x80;
const MOST_LENGTH_BYTES = 4;

/** The tag and the lengths in bytes of the element that begins here; undefined while its header is not whole. */
export function readHeader(
  bytes: Uint8Array,
): { readonly tag: number; readonly header: number; readonly content: number } | undefined {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) return undefined;
  if (first < LONG_FORM) return { tag, header: 2, content: first };
  const count = first - LONG_FORM;
  // None stands for an indefinite length, which neither LDAP nor DER has.
  if (count === 0 || count > MOST_LENGTH_BYTES) throw new MalformedMessage(`a BER length of ${count} bytes`);
  if (bytes.length < 2 + count) return undefined;
  return { tag, header: 2 + count, content: bigEndian(bytes.subarray(2, 2 + count)) };
}

/** The elements that some bytes are, one after the other. @throws MalformedMessage when the last one is not whole */
export function readElements(bytes: Uint8Array): readonly Asn1Element[] {
  const elements: Asn1Element[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const start = readHeader(rest);
    const end = start ? start.header + start.content : Number.POSITIVE_INFINITY;
    if (!start || rest.length < end) throw new MalformedMessage("an ASN.1 element ends early");
    elements.push({ tag: start.tag, content: rest.subarray(start.header, end), whole: rest.subarray(0, end) });
    rest = rest.subarray(end);
  }
  return elements;
}

/** What a sequence or set is made of. @throws MalformedMessage when the element is none */
export function partsOf(element: Asn1Element | undefined, tag: number = asn1Tags.sequence): readonly Asn1Element[] {
  return readElements(expected(element, tag).content);
}

/** @throws MalformedMessage when the element is missing or another */
export function expected(element: Asn1Element | undefined, tag: number): Asn1Element {
  if (element?.tag === tag) return element;
  const seen = element ? `0x${element.tag.toString(16)}` : "nothing";
  throw new MalformedMessage(`an ASN.1 element 0x${tag.toString(16)} is expected, there is ${seen}`);
}

export function writeElement(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  const size = length < LONG_FORM ? [length] : [LONG_FORM + bytesOf(length).length, ...bytesOf(length)];
  return Buffer.concat([Uint8Array.of(tag, ...size), ...content]);
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => writeElement(asn1Tags.sequence, ...parts);

export const bigEndian = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/** As few bytes as a number needs, one at least. */
export function bytesOf(value: number): readonly number[] {
  const bytes = [value % 256];
  for (let rest = Math.floor(value / 256); rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return bytes;
}
