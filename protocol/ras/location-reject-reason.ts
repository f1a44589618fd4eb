import { readChoice, readKnownChoice, writeChoice, writeOpaque, type Choice } from "./choices.ts";
import { readList, writeList } from "./lists.ts";
import { readPartyNumber, writePartyNumber } from "./party-number.ts";
import type { PerReader } from "./per-reader.ts";
import type { PerWriter } from "./per-writer.ts";
import { addedRejectReasons, firstRejectReasons, securityErrors, type LocationRejectReason } from "./types.ts";

const locationRejectReason = {
  name: "LocationRejectReason",
  root: firstRejectReasons,
  added: addedRejectReasons,
} as const satisfies Choice;

const securityError = { name: "SecurityErrors2", root: securityErrors, added: [] } as const satisfies Choice;

/** @throws RangeError */
export function writeLocationRejectReason(writer: PerWriter, reason: LocationRejectReason): void {
  if (reason.kind === "opaque") return writeOpaque(writer, reason);
  writeChoice(writer, locationRejectReason, reason.kind, (contents) => {
    if (reason.kind === "routeCalltoSCN") writeList(contents, reason.partyNumbers, writePartyNumber);
    if (reason.kind === "securityError") writeChoice(contents, securityError, reason.error, () => {});
  });
}

/** @throws MalformedMessage */
export function readLocationRejectReason(reader: PerReader): LocationRejectReason {
  const chosen = readChoice(reader, locationRejectReason);
  switch (chosen.kind) {
    case "opaque":
      return chosen;
    case "routeCalltoSCN":
      return { kind: chosen.kind, partyNumbers: readList(chosen.contents, readPartyNumber) };
    case "securityError":
      return { kind: chosen.kind, error: readKnownChoice(chosen.contents, securityError).kind };
    default:
      return { kind: chosen.kind };
  }
}
