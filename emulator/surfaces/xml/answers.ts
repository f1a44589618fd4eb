import type { FastifyReply } from "fastify";
import type { Device } from "../../peer/device.ts";
import { leaf, writeDocument } from "../documents/write-document.ts";

// The prolog declares no encoding; programs that take the charset from the header get it here.
const XML_TYPE = "text/xml; charset=utf-8";

export function sendXml(reply: FastifyReply, document: string): FastifyReply {
  return reply.type(XML_TYPE).send(document);
}

/** A request that was not understood. The frame is our reading: a `Fault` with a reason is known of the predecessor. */
export function faultDocument(device: Device, reason: string): string {
  return writeDocument(device, "Fault", [leaf("Reason", reason)]);
}
