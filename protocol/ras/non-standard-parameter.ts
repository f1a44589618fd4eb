import { decodeObjectIdentifier, encodeObjectIdentifier } from "../asn1/object-identifier.ts";
import { type Choice, readKnownChoice, writeChoice } from "./choices.ts";
import { readAdditions } from "./extension-additions.ts";
import type { PerReader } from "./per-reader.ts";
import type { PerWriter } from "./per-writer.ts";
import type { H221NonStandard, NonStandardIdentifier, NonStandardParameter } from "./types.ts";

const nonStandardIdentifier = {
  name: "NonStandardIdentifier",
  root: ["object", "h221NonStandard"],
  added: [],
} as const satisfies Choice;

const t35CountryCode = { name: "t35CountryCode", least: 0, most: 255 };
const t35Extension = { name: "t35Extension", least: 0, most: 255 };
const manufacturerCode = { name: "manufacturerCode", least: 0, most: 65_535 };

/** @throws RangeError */
export function writeNonStandardParameter(writer: PerWriter, { identifier, data }: NonStandardParameter): void {
  writeChoice(writer, nonStandardIdentifier, identifier.kind, (contents) => {
    if (identifier.kind === "object") contents.octetString(encodeObjectIdentifier(identifier.object));
    else writeH221(contents, identifier);
  });
  writer.octetString(data);
}

/** @throws MalformedMessage */
export function readNonStandardParameter(reader: PerReader): NonStandardParameter {
  const { kind, contents } = readKnownChoice(reader, nonStandardIdentifier);
  const identifier: NonStandardIdentifier =
    kind === "object" ? { kind, object: decodeObjectIdentifier(contents.octetString()) } : readH221(contents);
  return { identifier, data: reader.octetString() };
}

function writeH221(writer: PerWriter, manufacturer: H221NonStandard): void {
  writer.bit(false);
  writer.integer(manufacturer.t35CountryCode, t35CountryCode);
  writer.integer(manufacturer.t35Extension, t35Extension);
  writer.integer(manufacturer.manufacturerCode, manufacturerCode);
}

function readH221(reader: PerReader): H221NonStandard {
  const extended = reader.bit();
  const manufacturer = {
    kind: "h221NonStandard",
    t35CountryCode: reader.integer(t35CountryCode),
    t35Extension: reader.integer(t35Extension),
    manufacturerCode: reader.integer(manufacturerCode),
  } as const;
  readAdditions(reader, extended);
  return manufacturer;
}
