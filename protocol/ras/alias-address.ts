import { readChoice, writeChoice, writeOpaque, type Choice } from "./choices.ts";
import type { PerReader } from "./per-reader.ts";
import type { PerWriter } from "./per-writer.ts";
import { readPartyNumber, writePartyNumber } from "./party-number.ts";
import {
  readBmpString,
  readDigits,
  readIa5String,
  text,
  writeBmpString,
  writeDigits,
  writeIa5String,
} from "./strings.ts";
import { readTransportAddress, writeTransportAddress } from "./transport-address.ts";
import type { AliasAddress, OpaqueChoice } from "./types.ts";

const aliasAddress = {
  name: "AliasAddress",
  root: ["dialedDigits", "h323-ID"],
  added: ["url-ID", "transportID", "email-ID", "partyNumber"],
} as const satisfies Choice;

const dialedDigits = text("dialedDigits", 128);
const h323Id = text("h323-ID", 256);
const urlId = text("url-ID", 512);
const emailId = text("email-ID", 512);

/** @throws RangeError */
export function writeAliasAddress(writer: PerWriter, alias: AliasAddress): void {
  if (alias.kind === "opaque") writeOpaque(writer, alias);
  else writeChoice(writer, aliasAddress, alias.kind, (contents) => writeContents(contents, alias));
}

function writeContents(writer: PerWriter, alias: Exclude<AliasAddress, OpaqueChoice>): void {
  switch (alias.kind) {
    case "dialedDigits":
      return writeDigits(writer, alias.value, dialedDigits);
    case "h323-ID":
      return writeBmpString(writer, alias.value, h323Id);
    case "url-ID":
      return writeIa5String(writer, alias.value, urlId);
    case "email-ID":
      return writeIa5String(writer, alias.value, emailId);
    case "transportID":
      return writeTransportAddress(writer, alias.address);
    case "partyNumber":
      return writePartyNumber(writer, alias.number);
  }
}

/** @throws MalformedMessage */
export function readAliasAddress(reader: PerReader): AliasAddress {
  const chosen = readChoice(reader, aliasAddress);
  switch (chosen.kind) {
    case "dialedDigits":
      return { kind: chosen.kind, value: readDigits(chosen.contents, dialedDigits) };
    case "h323-ID":
      return { kind: chosen.kind, value: readBmpString(chosen.contents, h323Id) };
    case "url-ID":
      return { kind: chosen.kind, value: readIa5String(chosen.contents, urlId) };
    case "email-ID":
      return { kind: chosen.kind, value: readIa5String(chosen.contents, emailId) };
    case "transportID":
      return { kind: chosen.kind, address: readTransportAddress(chosen.contents) };
    case "partyNumber":
      return { kind: chosen.kind, number: readPartyNumber(chosen.contents) };
    case "opaque":
      return chosen;
  }
}
