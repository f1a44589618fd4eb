import { readAdditions } from "./extension-additions.ts";
import { readNonStandardParameter, writeNonStandardParameter } from "./non-standard-parameter.ts";
import type { PerReader } from "./per-reader.ts";
import type { PerWriter } from "./per-writer.ts";
import { requestSeqNum } from "./request-seq-num.ts";
import type { NonStandardMessage } from "./types.ts";

/** @throws RangeError */
export function writeNonStandardMessage(writer: PerWriter, message: NonStandardMessage): void {
  writer.bit(false);
  writer.integer(message.requestSeqNum, requestSeqNum);
  writeNonStandardParameter(writer, message.nonStandardData);
}

/** @throws MalformedMessage */
export function readNonStandardMessage(reader: PerReader): NonStandardMessage {
  const extended = reader.bit();
  const message = {
    kind: "nonStandardMessage",
    requestSeqNum: reader.integer(requestSeqNum),
    nonStandardData: readNonStandardParameter(reader),
  } as const;
  readAdditions(reader, extended);
  return message;
}
