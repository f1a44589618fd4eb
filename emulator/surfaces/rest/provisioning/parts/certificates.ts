import { Readable } from "node:stream";
import type { CertificateFile } from "../../../../peer/access/certificates/certificates.ts";
import { readMultipart } from "../../../https/read-multipart.ts";
import { said, written, type RestAnswer, type RestRequest } from "../rest-answer.ts";
import type { PartHandler } from "./part-handler.ts";

/** The part of the form that holds the PEM file. */
const FILE = "file";

const LIMITS = { fileSize: 1024 * 1024, fieldSize: 1024 } as const;

/** Maintenance > Security certificates: read as PEM text, written as the file of a form. */
const certificateFile =
  (file: CertificateFile, about: string): PartHandler =>
  (request) =>
    request.method === "GET"
      ? { code: 200, body: { text: request.device.certificates.files[file] } }
      : write(request, file, about);

export const rootCertificate = certificateFile("trusted", "trusted CA certificate");
export const serverCertificate = certificateFile("certificate", "server certificate");

async function write(request: RestRequest, file: CertificateFile, about: string): Promise<RestAnswer> {
  const pem = await sentFile(request);
  if (!pem.ok) return said(400, pem.reason);
  const { certificates, log } = request.device;
  const kept = certificates.write(file, pem.text);
  if (!kept.ok) return said(400, `${FILE}: ${kept.reason}`);
  const { user, source } = request.actor;
  log.event("web", "System Configuration Changed", {
    Detail: `the ${about} was replaced: ${kept.detail}`,
    "Src-ip": source?.address,
    "Src-port": source?.port,
    User: user,
  });
  return { ...written(request), code: 200 };
}

type SentPem = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

async function sentFile({ body, contentType }: RestRequest): Promise<SentPem> {
  const type = formType(body, contentType);
  if (type === undefined)
    return {
      ok: false,
      reason: `a form is expected, multipart/form-data with a part ${FILE}, not ${contentType}`,
    };
  try {
    const { files } = await readMultipart(Readable.from([body]), type, LIMITS);
    const sent = files.get(FILE);
    if (!sent) return { ok: false, reason: `the form has no file ${FILE}` };
    return { ok: true, text: Buffer.from(sent.bytes).toString("latin1") };
  } catch (error) {
    return { ok: false, reason: `the form cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The type of a form. A client that says JSON of everything it sends has the boundary in its first line. */
function formType(body: Uint8Array, contentType: string): string | undefined {
  if (/^multipart\/form-data\b/i.test(contentType)) return contentType;
  const [, boundary] =
    /^--([\w'()+,./:=?-]{1,70})\r\n/.exec(Buffer.from(body.subarray(0, 100)).toString("latin1")) ?? [];
  return boundary === undefined ? undefined : `multipart/form-data; boundary="${boundary}"`;
}
