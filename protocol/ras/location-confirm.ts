import { readAliasAddress, writeAliasAddress } from "./alias-address.ts";
import { hasAdditions, readAdditions, writeAdditions, type Additions } from "./extension-additions.ts";
import { readList, writeList } from "./lists.ts";
import { readNonStandardParameter, writeNonStandardParameter } from "./non-standard-parameter.ts";
import type { PerReader } from "./per-reader.ts";
import type { PerWriter } from "./per-writer.ts";
import { requestSeqNum } from "./request-seq-num.ts";
import { readTransportAddress, writeTransportAddress } from "./transport-address.ts";
import type { LocationConfirm } from "./types.ts";

const additionNames = [
  "destinationInfo",
  "destExtraCallInfo",
  "destinationType",
  "remoteExtensionAddress",
  "alternateEndpoints",
  "tokens",
  "cryptoTokens",
  "integrityCheckValue",
  "alternateTransportAddresses",
  "supportedProtocols",
  "multipleCalls",
  "featureSet",
  "genericData",
  "circuitInfo",
  "serviceControl",
  "modifiedSrcInfo",
  "bandWidth",
] as const;

/** @throws RangeError */
export function writeLocationConfirm(writer: PerWriter, message: LocationConfirm): void {
  const { destinationInfo } = message;
  const additions: Additions<(typeof additionNames)[number]> = {
    destinationInfo: destinationInfo && ((contents) => writeList(contents, destinationInfo, writeAliasAddress)),
  };
  writer.bit(hasAdditions(additions));
  writer.bit(message.nonStandardData !== undefined);
  writer.integer(message.requestSeqNum, requestSeqNum);
  writeTransportAddress(writer, message.callSignalAddress);
  writeTransportAddress(writer, message.rasAddress);
  if (message.nonStandardData) writeNonStandardParameter(writer, message.nonStandardData);
  writeAdditions(writer, additionNames, additions);
}

/** @throws MalformedMessage */
export function readLocationConfirm(reader: PerReader): LocationConfirm {
  const extended = reader.bit();
  const hasData = reader.bit();
  const root = {
    kind: "locationConfirm",
    requestSeqNum: reader.integer(requestSeqNum),
    callSignalAddress: readTransportAddress(reader),
    rasAddress: readTransportAddress(reader),
    ...(hasData && { nonStandardData: readNonStandardParameter(reader) }),
  } as const;
  const added = readAdditions(reader, extended, additionNames);
  return {
    ...root,
    ...(added.destinationInfo && { destinationInfo: readList(added.destinationInfo, readAliasAddress) }),
  };
}
