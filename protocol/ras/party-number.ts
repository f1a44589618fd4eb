import { readKnownChoice, writeChoice, type Choice } from "./choices.ts";
import type { PerReader } from "./per-reader.ts";
import type { PerWriter } from "./per-writer.ts";
import { readDigits, text, writeDigits } from "./strings.ts";
import { privateTypesOfNumber, publicTypesOfNumber, type PartyNumber } from "./types.ts";

const partyNumber = {
  name: "PartyNumber",
  root: ["e164Number", "dataPartyNumber", "telexPartyNumber", "privateNumber", "nationalStandardPartyNumber"],
  added: [],
} as const satisfies Choice;

const typesOfNumber = {
  e164Number: { name: "PublicTypeOfNumber", root: publicTypesOfNumber, added: [] },
  privateNumber: { name: "PrivateTypeOfNumber", root: privateTypesOfNumber, added: [] },
} as const satisfies Record<string, Choice>;

const numberDigits = text("NumberDigits", 128);

/** @throws RangeError */
export function writePartyNumber(writer: PerWriter, number: PartyNumber): void {
  writeChoice(writer, partyNumber, number.kind, (contents) => {
    if ("typeOfNumber" in number) {
      writeChoice(contents, typesOfNumber[number.kind], number.typeOfNumber, () => {});
    }
    writeDigits(contents, number.digits, numberDigits);
  });
}

/** @throws MalformedMessage */
export function readPartyNumber(reader: PerReader): PartyNumber {
  const { kind, contents } = readKnownChoice(reader, partyNumber);
  switch (kind) {
    case "e164Number":
      return {
        kind,
        typeOfNumber: readKnownChoice(contents, typesOfNumber.e164Number).kind,
        digits: readDigits(contents, numberDigits),
      };
    case "privateNumber":
      return {
        kind,
        typeOfNumber: readKnownChoice(contents, typesOfNumber.privateNumber).kind,
        digits: readDigits(contents, numberDigits),
      };
    default:
      return { kind, digits: readDigits(contents, numberDigits) };
  }
}
