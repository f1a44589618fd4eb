import { readAdditions } from "./extension-additions.ts";
import { readLocationRejectReason, writeLocationRejectReason } from "./location-reject-reason.ts";
import { readNonStandardParameter, writeNonStandardParameter } from "./non-standard-parameter.ts";
import type { PerReader } from "./per-reader.ts";
import type { PerWriter } from "./per-writer.ts";
import { requestSeqNum } from "./request-seq-num.ts";
import type { LocationReject } from "./types.ts";

/** @throws RangeError */
export function writeLocationReject(writer: PerWriter, message: LocationReject): void {
  writer.bit(false);
  writer.bit(message.nonStandardData !== undefined);
  writer.integer(message.requestSeqNum, requestSeqNum);
  writeLocationRejectReason(writer, message.rejectReason);
  if (message.nonStandardData) writeNonStandardParameter(writer, message.nonStandardData);
}

/** @throws MalformedMessage */
export function readLocationReject(reader: PerReader): LocationReject {
  const extended = reader.bit();
  const hasData = reader.bit();
  const message = {
    kind: "locationReject",
    requestSeqNum: reader.integer(requestSeqNum),
    rejectReason: readLocationRejectReason(reader),
    ...(hasData && { nonStandardData: readNonStandardParameter(reader) }),
  } as const;
  readAdditions(reader, extended);
  return message;
}
