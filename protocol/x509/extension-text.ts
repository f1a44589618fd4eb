import { type Asn1Element, asn1Tags, contextTag, expected, partsOf, readElements } from "../asn1/element.ts";
import { readOid } from "../asn1/values.ts";
import { MalformedMessage } from "../malformed.ts";
import { type Extension, generalName } from "./certificate.ts";
import { colons } from "./colons.ts";
import { oids, printedName } from "./oids.ts";

const KEY_USAGES = [
  "Digital Signature",
  "Non Repudiation",
  "Key Encipherment",
  "Data Encipherment",
  "Key Agreement",
  "Certificate Sign",
  "CRL Sign",
  "Encipher Only",
  "Decipher Only",
] as const;

/** How the value of an extension is printed, line by line. */
const printers: Readonly<Record<string, (value: Asn1Element) => readonly string[]>> = {
  [oids.basicConstraints]: basicConstraints,
  [oids.keyUsage]: (value) => {
    const bits = expected(value, asn1Tags.bits).content.subarray(1);
    return [KEY_USAGES.filter((_, bit) => ((bits[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0).join(", ")];
  },
  [oids.extendedKeyUsage]: (value) => [
    partsOf(value)
      .map((purpose) => printedName(readOid(purpose)))
      .join(", "),
  ],
  [oids.subjectAltName]: (value) => [partsOf(value).map(generalName).join(", ")],
  [oids.issuerAltName]: (value) => [partsOf(value).map(generalName).join(", ")],
  [oids.subjectKeyIdentifier]: ({ content }) => [colons(content).toUpperCase()],
  [oids.authorityKeyIdentifier]: (value) =>
    partsOf(value).flatMap(({ tag, content }) => (tag === contextTag(0, false) ? [colons(content).toUpperCase()] : [])),
  [oids.crlNumber]: ({ content }) => [String(BigInt(`0x${Buffer.from(content).toString("hex") || "0"}`))],
  [oids.crlDistributionPoints]: (value) =>
    partsOf(value).flatMap((point) => ["Full Name:", ...pointNames(point).map((name) => `  ${name}`)]),
};

/** One extension as `openssl x509 -text` writes it; one that is not known, or is damaged, as its bytes. */
export function extensionLines({ oid, critical, value }: Extension): readonly string[] {
  return [`${printedName(oid)}: ${critical ? "critical" : ""}`.trimEnd(), ...indent(valueLines(oid, value))];
}

export const indent = (lines: readonly string[], by = 4): readonly string[] =>
  lines.map((line) => " ".repeat(by) + line);

function valueLines(oid: string, value: Uint8Array): readonly string[] {
  const print = printers[oid];
  if (!print) return [colons(value)];
  try {
    const [element] = readElements(value);
    return element ? print(element) : [colons(value)];
  } catch (error) {
    if (error instanceof MalformedMessage) return [colons(value)];
    throw error;
  }
}

function basicConstraints(value: Asn1Element): readonly string[] {
  const parts = partsOf(value);
  const authority = parts.some(({ tag, content }) => tag === asn1Tags.boolean && content[0] !== 0);
  const length = parts.find(({ tag }) => tag === asn1Tags.integer)?.content[0];
  return [`CA:${authority ? "TRUE" : "FALSE"}${length === undefined ? "" : `, pathlen:${length}`}`];
}

/** RFC 5280, 4.2.1.13: the names of a point lie two tags deep. */
function pointNames(point: Asn1Element): readonly string[] {
  const place = partsOf(point).find(({ tag }) => tag === contextTag(0, true));
  const full = place && readElements(place.content).find(({ tag }) => tag === contextTag(0, true));
  return full ? readElements(full.content).map(generalName) : [];
}
