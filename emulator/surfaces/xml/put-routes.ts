import { finished } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { XmlError, readXml, xmlLimits } from "../../../protocol/xapi/xml-reader.ts";
import type { Device } from "../../peer/device.ts";
import { takeAnyContentType } from "../https/any-content-type.ts";
import { faultDocument, sendXml } from "./answers.ts";
import { putDocument } from "./put-document.ts";

/** API guide of the predecessor, 1.5: a document in the query may have this many characters. */
const LONGEST_IN_QUERY = 255;

/** `/putxml` takes a document as the body, `/formputxml` as the form field `xmldoc`. */
export function addPutRoutes(xml: FastifyInstance, device: Device): void {
  takeAnyContentType(xml);

  xml.post("/putxml", async (request, reply) => put(device, request, reply, decode(request.body)));
  xml.post("/formputxml", async (request, reply) => {
    const form = decode(request.body);
    const document = form === undefined ? undefined : (new URLSearchParams(form).get("xmldoc") ?? "");
    return put(device, request, reply, document);
  });
  xml.get("/formputxml", async (request, reply) => {
    // Another site may have a browser follow a link, and the browser sends its cookies with it.
    if (request.headers.authorization === undefined)
      return sendXml(reply.code(403), faultDocument(device, "a document in a query takes a name and a password"));
    const { xmldoc } = request.query as { xmldoc?: string | string[] };
    const document = typeof xmldoc === "string" ? xmldoc : "";
    if (document.length <= LONGEST_IN_QUERY) return put(device, request, reply, document);
    const reason = `xmldoc has ${document.length} characters, in a query at most ${LONGEST_IN_QUERY}: use POST`;
    return sendXml(reply.code(414), faultDocument(device, reason));
  });
}

/** The body as text; undefined when it is not UTF-8. */
function decode(body: unknown): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body instanceof Uint8Array ? body : new Uint8Array());
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function put(
  device: Device,
  request: FastifyRequest,
  reply: FastifyReply,
  text: string | undefined,
): Promise<FastifyReply> {
  if (request.account?.access !== "ReadWrite") {
    const reason = "this account has Read-only access: it cannot make changes";
    return sendXml(reply.code(403), faultDocument(device, reason));
  }
  if (text === undefined) return sendXml(reply.code(400), faultDocument(device, "the document is not UTF-8"));
  if (text.length > xmlLimits.size) {
    const reason = `the document has more than ${xmlLimits.size} characters`;
    return sendXml(reply.code(413), faultDocument(device, reason));
  }
  try {
    const answer = await putDocument(device, readXml(text), actorOf(request));
    const { afterAnswer } = answer;
    if (afterAnswer) finished(reply.raw, () => afterAnswer());
    return await sendXml(reply.code(answer.code), answer.xml);
  } catch (error) {
    if (error instanceof XmlError) return sendXml(reply.code(400), faultDocument(device, error.message));
    throw error;
  }
}

function actorOf(request: FastifyRequest): { user: string; source: { address: string; port: number } } {
  return {
    user: request.account?.name ?? "",
    source: { address: request.ip, port: request.socket.remotePort ?? 0 },
  };
}
