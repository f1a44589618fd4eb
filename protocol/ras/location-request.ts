import { readAliasAddress, writeAliasAddress } from "./alias-address.ts";
import { hasAdditions, readAdditions, writeAdditions, type Additions } from "./extension-additions.ts";
import { readList, writeList } from "./lists.ts";
import { readNonStandardParameter, writeNonStandardParameter } from "./non-standard-parameter.ts";
import type { PerReader } from "./per-reader.ts";
import type { PerWriter } from "./per-writer.ts";
import { requestSeqNum } from "./request-seq-num.ts";
import { readBmpString, text, writeBmpString } from "./strings.ts";
import { readTransportAddress, writeTransportAddress } from "./transport-address.ts";
import type { AliasAddress, LocationRequest } from "./types.ts";

const additionNames = [
  "sourceInfo",
  "canMapAlias",
  "gatekeeperIdentifier",
  "tokens",
  "cryptoTokens",
  "integrityCheckValue",
  "desiredProtocols",
  "desiredTunnelledProtocol",
  "featureSet",
  "genericData",
  "hopCount",
  "circuitInfo",
  "callIdentifier",
  "bandWidth",
  "sourceEndpointInfo",
  "canMapSrcAlias",
  "language",
] as const;

const endpointIdentifier = text("endpointIdentifier", 128);
const gatekeeperIdentifier = text("gatekeeperIdentifier", 128);
const hopCount = { name: "hopCount", least: 1, most: 255 };

/** @throws RangeError */
export function writeLocationRequest(writer: PerWriter, message: LocationRequest): void {
  const additions = additionsOf(message);
  writer.bit(hasAdditions(additions));
  writer.bit(message.endpointIdentifier !== undefined);
  writer.bit(message.nonStandardData !== undefined);
  writer.integer(message.requestSeqNum, requestSeqNum);
  if (message.endpointIdentifier !== undefined) writeBmpString(writer, message.endpointIdentifier, endpointIdentifier);
  writeList(writer, message.destinationInfo, writeAliasAddress);
  if (message.nonStandardData) writeNonStandardParameter(writer, message.nonStandardData);
  writeTransportAddress(writer, message.replyAddress);
  writeAdditions(writer, additionNames, additions);
}

function additionsOf(message: LocationRequest): Additions<(typeof additionNames)[number]> {
  const { sourceInfo, canMapAlias, gatekeeperIdentifier: gatekeeper, hopCount: hops } = message;
  return {
    sourceInfo: sourceInfo && ((contents) => writeList<AliasAddress>(contents, sourceInfo, writeAliasAddress)),
    canMapAlias: canMapAlias === undefined ? undefined : (contents) => contents.bit(canMapAlias),
    gatekeeperIdentifier:
      gatekeeper === undefined ? undefined : (contents) => writeBmpString(contents, gatekeeper, gatekeeperIdentifier),
    hopCount: hops === undefined ? undefined : (contents) => contents.integer(hops, hopCount),
  };
}

/** @throws MalformedMessage */
export function readLocationRequest(reader: PerReader): LocationRequest {
  const extended = reader.bit();
  const hasEndpoint = reader.bit();
  const hasData = reader.bit();
  const root = {
    kind: "locationRequest",
    requestSeqNum: reader.integer(requestSeqNum),
    ...(hasEndpoint && { endpointIdentifier: readBmpString(reader, endpointIdentifier) }),
    destinationInfo: readList(reader, readAliasAddress),
    ...(hasData && { nonStandardData: readNonStandardParameter(reader) }),
    replyAddress: readTransportAddress(reader),
  } as const;
  const added = readAdditions(reader, extended, additionNames);
  return {
    ...root,
    ...(added.sourceInfo && { sourceInfo: readList(added.sourceInfo, readAliasAddress) }),
    ...(added.canMapAlias && { canMapAlias: added.canMapAlias.bit() }),
    ...(added.gatekeeperIdentifier && {
      gatekeeperIdentifier: readBmpString(added.gatekeeperIdentifier, gatekeeperIdentifier),
    }),
    ...(added.hopCount && { hopCount: added.hopCount.integer(hopCount) }),
  };
}
