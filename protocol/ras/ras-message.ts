import { MalformedMessage } from "../malformed.ts";
import { readKnownChoice, writeChoice, type Choice } from "./choices.ts";
import { readLocationConfirm, writeLocationConfirm } from "./location-confirm.ts";
import { readLocationReject, writeLocationReject } from "./location-reject.ts";
import { readLocationRequest, writeLocationRequest } from "./location-request.ts";
import { readNonStandardMessage, writeNonStandardMessage } from "./non-standard-message.ts";
import { PerReader } from "./per-reader.ts";
import { PerWriter } from "./per-writer.ts";
import type { RasMessage } from "./types.ts";

const rasMessage = {
  name: "RasMessage",
  root: [
    "gatekeeperRequest",
    "gatekeeperConfirm",
    "gatekeeperReject",
    "registrationRequest",
    "registrationConfirm",
    "registrationReject",
    "unregistrationRequest",
    "unregistrationConfirm",
    "unregistrationReject",
    "admissionRequest",
    "admissionConfirm",
    "admissionReject",
    "bandwidthRequest",
    "bandwidthConfirm",
    "bandwidthReject",
    "disengageRequest",
    "disengageConfirm",
    "disengageReject",
    "locationRequest",
    "locationConfirm",
    "locationReject",
    "infoRequest",
    "infoRequestResponse",
    "nonStandardMessage",
    "unknownMessageResponse",
  ],
  added: [
    "requestInProgress",
    "resourcesAvailableIndicate",
    "resourcesAvailableConfirm",
    "infoRequestAck",
    "infoRequestNak",
    "serviceControlIndication",
    "serviceControlResponse",
    "admissionConfirmSequence",
  ],
} as const satisfies Choice;

interface Codec<Message> {
  readonly write: (writer: PerWriter, message: Message) => void;
  readonly read: (reader: PerReader) => Message;
}

const codecs: { readonly [Kind in RasMessage["kind"]]: Codec<Extract<RasMessage, { kind: Kind }>> } = {
  locationRequest: { write: writeLocationRequest, read: readLocationRequest },
  locationConfirm: { write: writeLocationConfirm, read: readLocationConfirm },
  locationReject: { write: writeLocationReject, read: readLocationReject },
  nonStandardMessage: { write: writeNonStandardMessage, read: readNonStandardMessage },
};

/**
 * The payload of a UDP datagram.
 *
 * @throws RangeError naming the field, its value and those allowed
 */
export function encodeRas(message: RasMessage): Uint8Array {
  const writer = new PerWriter();
  const { write } = codecs[message.kind] as Codec<RasMessage>;
  writeChoice(writer, rasMessage, message.kind, (contents) => write(contents, message));
  return writer.finish();
}

/** @throws MalformedMessage, also for RAS messages of other kinds: their name is in the error */
export function decodeRas(bytes: Uint8Array): RasMessage {
  const reader = new PerReader(bytes);
  const { kind, contents } = readKnownChoice(reader, rasMessage);
  if (!isSupported(kind)) throw new MalformedMessage(`${kind} is not supported`);
  const message = codecs[kind].read(contents);
  reader.finish();
  return message;
}

function isSupported(kind: string): kind is RasMessage["kind"] {
  return Object.hasOwn(codecs, kind);
}
