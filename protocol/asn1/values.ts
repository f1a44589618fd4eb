import { MalformedMessage } from "../malformed.ts";
import { type Asn1Element, asn1Tags, bigEndian, bytesOf, expected, writeElement } from "./element.ts";
import { decodeObjectIdentifier, encodeObjectIdentifier } from "./object-identifier.ts";

/** The first bit of a number is that of the sign. */
const SIGN = 0x80;
const MOST_INTEGER_BYTES = 4;

/** A whole number that is not negative. @throws MalformedMessage for one that no field of LDAP can have */
export function readInteger({ content }: Asn1Element): number {
  if (content.length === 0 || content.length > MOST_INTEGER_BYTES || (content[0] ?? 0) >= SIGN)
    throw new MalformedMessage(`a BER number of ${content.length} bytes`);
  return bigEndian(content);
}

/** @param value not negative */
export function writeInteger(value: number, tag: number = asn1Tags.integer): Uint8Array {
  const bytes = bytesOf(value);
  return writeElement(tag, Uint8Array.from((bytes[0] ?? 0) >= SIGN ? [0, ...bytes] : bytes));
}

export const writeText = (value: string, tag: number = asn1Tags.octets): Uint8Array =>
  writeElement(tag, Buffer.from(value));

/** The whole bytes of a bit string. */
export function readBits(element: Asn1Element | undefined): Uint8Array {
  return expected(element, asn1Tags.bits).content.subarray(1);
}

/** Whole bytes: none of their bits is left out. */
export const bitString = (bytes: Uint8Array): Uint8Array => writeElement(asn1Tags.bits, Uint8Array.of(0), bytes);

/** An object identifier in dots. */
export const readOid = (element: Asn1Element | undefined): string =>
  decodeObjectIdentifier(expected(element, asn1Tags.oid).content);

export const writeOid = (text: string): Uint8Array => writeElement(asn1Tags.oid, encodeObjectIdentifier(text));

const TIME = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;

/** Milliseconds since 1970. RFC 5280, 4.1.2.5.1: two digits of a year from 50 on are of the last century. */
export function readTime(element: Asn1Element | undefined): number {
  const text = Buffer.from(element?.content ?? []).toString("latin1");
  const [, year = "", ...rest] = TIME.exec(text) ?? [];
  const known = element?.tag === asn1Tags.utcTime ? year.length === 2 : element?.tag === asn1Tags.generalizedTime;
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
    ? writeElement(asn1Tags.utcTime, Buffer.from(text.slice(2)))
    : writeElement(asn1Tags.generalizedTime, Buffer.from(text));
}
