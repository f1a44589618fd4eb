import { readHeader, writeElement } from "../ldap/ber.ts";
import { MalformedMessage } from "../malformed.ts";
import { decodeObjectIdentifier, encodeObjectIdentifier } from "../ras/object-identifier.ts";

/** One element of the distinguished encoding rules (X.690). */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  /** With its tag and length: what signatures are made over. */
  readonly whole: Uint8Array;
}

export const derTags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
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

/** The elements that some bytes are, one after the other. @throws MalformedMessage */
export function readDer(bytes: Uint8Array): readonly DerElement[] {
  const elements: DerElement[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const start = readHeader(rest);
    const end = start ? start.header + start.content : Number.POSITIVE_INFINITY;
    if (!start || rest.length < end) throw new MalformedMessage("a DER element ends early");
    elements.push({ tag: start.tag, content: rest.subarray(start.header, end), whole: rest.subarray(0, end) });
    rest = rest.subarray(end);
  }
  return elements;
}

/** What a sequence or set is made of. @throws MalformedMessage when the element is none */
export function partsOf(element: DerElement | undefined, tag: number = derTags.sequence): readonly DerElement[] {
  return readDer(expected(element, tag).content);
}

/** @throws MalformedMessage when the element is missing or another */
export function expected(element: DerElement | undefined, tag: number): DerElement {
  if (element?.tag === tag) return element;
  const seen = element ? `0x${element.tag.toString(16)}` : "nothing";
  throw new MalformedMessage(`a DER element 0x${tag.toString(16)} is expected, there is ${seen}`);
}

/** The whole bytes of a bit string. */
export function readBits(element: DerElement | undefined): Uint8Array {
  return expected(element, derTags.bits).content.subarray(1);
}

/** An object identifier in dots. */
export const readOid = (element: DerElement | undefined): string =>
  decodeObjectIdentifier(expected(element, derTags.oid).content);

export const writeOid = (text: string): Uint8Array => writeElement(derTags.oid, encodeObjectIdentifier(text));

const TIME = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;

/** Milliseconds since 1970. RFC 5280, 4.1.2.5.1: two digits of a year from 50 on are of the last century. */
export function readTime(element: DerElement | undefined): number {
  const text = Buffer.from(element?.content ?? []).toString("latin1");
  const [, year = "", ...rest] = TIME.exec(text) ?? [];
  const known = element?.tag === derTags.utcTime ? year.length === 2 : element?.tag === derTags.generalizedTime;
  if (!known || year === "") throw new MalformedMessage("not a time of X.509");
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = rest.map(Number);
  const whole = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
  return Date.UTC(whole, month - 1, day, hour, minute, second);
}

/** RFC 5280, 4.1.2.5: two digits of a year from 1950 until 2049, four otherwise. @param moment milliseconds since 1970 */
export function writeTime(moment: number): Uint8Array {
  const text = `${new Date(moment).toISOString().slice(0, 19).replaceAll(/\D/g, "")}Z`;
  const year = Number(text.slice(0, 4));
  return year >= 1950 && year < 2050
    ? writeElement(derTags.utcTime, Buffer.from(text.slice(2)))
    : writeElement(derTags.generalizedTime, Buffer.from(text));
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => writeElement(derTags.sequence, ...parts);

/** Whole bytes: none of their bits is left out. */
export const bitString = (bytes: Uint8Array): Uint8Array => writeElement(derTags.bits, Uint8Array.of(0), bytes);

/** Bytes as hexadecimal digits in pairs, `0a:1b`. */
export const colons = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(":");
