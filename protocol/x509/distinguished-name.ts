import { type Asn1Element, asn1Tags, partsOf, sequence, writeElement } from "../asn1/element.ts";
import { readOid, writeOid } from "../asn1/values.ts";
import { attributeNames } from "./oids.ts";

/** A name of X.501. Two names are the same when their bytes are. */
export interface DistinguishedName {
  readonly der: Uint8Array;
  /** In the order of the certificate; those of one set of several stand one after the other. */
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
}

const COUNTRY = "C";

export function readName(element: Asn1Element | undefined): DistinguishedName {
  const attributes = partsOf(element)
    .flatMap((set) => partsOf(set, asn1Tags.set))
    .map((pair) => {
      const [type, value] = partsOf(pair);
      const oid = readOid(type);
      return { name: attributeNames[oid] ?? oid, value: value ? textOf(value) : "" };
    });
  return { der: element?.whole ?? new Uint8Array(), attributes };
}

/** @param attributes short names, `CN`, with their values; those without a value are left out */
export function writeName(attributes: readonly (readonly [name: string, value: string])[]): Uint8Array {
  const oidOf = new Map(Object.entries(attributeNames).map(([oid, name]) => [name, oid]));
  return sequence(
    ...attributes.flatMap(([name, value]) => {
      const oid = oidOf.get(name);
      if (oid === undefined) throw new RangeError(`the attribute is ${name}, allowed are ${[...oidOf.keys()].join()}`);
      // RFC 5280, appendix A: a country is a PrintableString.
      const tag = name === COUNTRY ? asn1Tags.printable : asn1Tags.utf8;
      const pair = sequence(writeOid(oid), writeElement(tag, Buffer.from(value)));
      return value === "" ? [] : [writeElement(asn1Tags.set, pair)];
    }),
  );
}

/** `O=Example\, Inc., CN=vcs.example.com`; blank for a name without attributes. */
export const nameText = ({ attributes }: DistinguishedName): string =>
  attributes.map(({ name, value }) => `${name}=${escaped(value)}`).join(", ");

/** The first value of an attribute. */
export const attributeOf = ({ attributes }: DistinguishedName, wanted: string): string | undefined =>
  attributes.find(({ name }) => name === wanted)?.value;

/** The text of a string of any of ASN.1's kinds; of what is none, its bytes as digits. */
function textOf({ tag, content }: Asn1Element): string {
  const bytes = Buffer.from(content);
  if (tag === asn1Tags.utf8) return bytes.toString("utf8");
  if (tag === BMP_STRING)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString("utf16le");
  return LATIN_STRINGS.includes(tag) ? bytes.toString("latin1") : `#${bytes.toString("hex")}`;
}

const BMP_STRING = 0x1e;
/** NumericString, PrintableString, TeletexString, IA5String, VisibleString. */
const LATIN_STRINGS: readonly number[] = [0x12, asn1Tags.printable, 0x14, asn1Tags.ia5, 0x1a];

/** As OpenSSL escapes: commas would end the value, and control characters the line. */
const escaped = (value: string): string =>
  value
    .replaceAll(/[\\,+"<>;]/g, String.raw`\$&`)
    .replaceAll(/\p{Cc}/gu, (control) => `\\${(control.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}`);
