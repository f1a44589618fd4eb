import type { FastifyRequest } from "fastify";
import { SentFields, type SentFile } from "./sent-fields.ts";

/** The twin's backups and images are far smaller. */
const LARGEST_FILE_BYTES = 32 * 1024 * 1024;

/** What a form has beside its file. */
const LARGEST_FIELDS_BYTES = 64 * 1024;

export type ReadForm =
  { readonly ok: true; readonly sent: SentFields } | { readonly ok: false; readonly reason: string };

/** Reads what came with a form. A file that is too large is refused before it is read, or as soon as it shows. */
export async function readForm(request: FastifyRequest, takesFiles: boolean): Promise<ReadForm> {
  if (!request.isMultipart()) return { ok: true, sent: new SentFields(request.body) };
  if (!takesFiles) return { ok: false, reason: "this page takes no files" };
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_FILE_BYTES + LARGEST_FIELDS_BYTES) return TOO_LARGE;
  const fields: Record<string, string[]> = {};
  const files = new Map<string, SentFile>();
  try {
    const limits = { fileSize: LARGEST_FILE_BYTES, files: 2, fields: 100, fieldSize: LARGEST_FIELDS_BYTES };
    for await (const part of request.parts({ limits })) {
      if (part.type === "file") files.set(part.fieldname, { name: part.filename, bytes: await part.toBuffer() });
      else (fields[part.fieldname] ??= []).push(String(part.value));
    }
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string };
    return code === "FST_REQ_FILE_TOO_LARGE" ? TOO_LARGE : { ok: false, reason: `the form cannot be read: ${message}` };
  }
  return { ok: true, sent: new SentFields(fields, files) };
}

const TOO_LARGE: ReadForm = {
  ok: false,
  reason: `the file is larger than ${LARGEST_FILE_BYTES / 1024 / 1024} MB`,
};
