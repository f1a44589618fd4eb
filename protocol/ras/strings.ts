import { MalformedMessage } from "../malformed.ts";
import type { PerReader } from "./per-reader.ts";
import type { PerWriter } from "./per-writer.ts";
import type { Range } from "./ranges.ts";

/** A kind of string of RAS. */
export interface TextType {
  readonly name: string;
  /** In characters, as they are on the wire. */
  readonly length: Range;
}

/** Of 1 to so many characters. */
export function text(name: string, most: number): TextType {
  return { name, length: { name: `the length of ${name}`, least: 1, most } };
}

/** In the order of their codes: PER counts them. */
const DIGITS = "#*,0123456789";

/** BMPString: each UTF-16 code unit in two octets. A character beyond the plane is a surrogate pair. */
export function writeBmpString(writer: PerWriter, value: string, type: TextType): void {
  writer.integer(value.length, type.length);
  writer.octets(Buffer.from(value, "utf16le").swap16());
}

/** @throws MalformedMessage */
export function readBmpString(reader: PerReader, type: TextType): string {
  return Buffer.from(reader.octets(reader.integer(type.length) * 2))
    .swap16()
    .toString("utf16le");
}

/** IA5String: a character in an octet. @throws RangeError for what is not ASCII */
export function writeIa5String(writer: PerWriter, value: string, type: TextType): void {
  const strange = /[^\u0000-\u007f]/u.exec(value);
  if (strange) throw new RangeError(`${type.name} has the character ${strange[0]}, allowed are those of ASCII`);
  writer.integer(value.length, type.length);
  writer.octets(Buffer.from(value, "latin1"));
}

/** @throws MalformedMessage */
export function readIa5String(reader: PerReader, type: TextType): string {
  const octets = reader.octets(reader.integer(type.length));
  const strange = octets.find((octet) => octet > 127);
  if (strange !== undefined) throw new MalformedMessage(`${type.name} has an octet ${strange}, allowed are 0 to 127`);
  return Buffer.from(octets).toString("latin1");
}

/** IA5String of thirteen characters only: four bits each. @throws RangeError */
export function writeDigits(writer: PerWriter, value: string, type: TextType): void {
  const strange = [...value].find((character) => !DIGITS.includes(character));
  if (strange) throw new RangeError(`${type.name} has the character ${strange}, allowed are ${DIGITS}`);
  writer.integer(value.length, type.length);
  writer.octets([]);
  for (const digit of value) writer.bits(DIGITS.indexOf(digit), 4);
}

/** @throws MalformedMessage */
export function readDigits(reader: PerReader, type: TextType): string {
  const length = reader.integer(type.length);
  reader.octets(0);
  const read = (): string => {
    const index = reader.bits(4);
    const digit = DIGITS[index];
    if (digit === undefined) throw new MalformedMessage(`${type.name} has a character ${index}, allowed are 0 to 12`);
    return digit;
  };
  return Array.from({ length }, read).join("");
}
