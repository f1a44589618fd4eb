import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import type { Page } from "../page.ts";
import { SentFields } from "../form/sent-fields.ts";

/** The twin's backups and images are far smaller. */
const UPLOAD_LIMIT_BYTES = 32 * 1024 * 1024;

/** What a form has beside its file. */
const LARGEST_FIELDS_BYTES = 64 * 1024;

export type ReadForm =
  { readonly ok: true; readonly sent: SentFields } | { readonly ok: false; readonly reason: string };

/** Reads what came with a form. A file that is too large is refused before it is read, or as soon as it shows. */
export async function readForm(
  request: FastifyRequest,
  { takesFiles, largestFile = UPLOAD_LIMIT_BYTES }: Pick<Page, "takesFiles" | "largestFile">,
): Promise<ReadForm> {
  const { body, headers } = request;
  if (!(body instanceof Readable)) return { ok: true, sent: new SentFields(body) };
  const refuse = (refused: ReadForm): ReadForm => {
    body.resume();
    return refused;
  };
  if (!takesFiles) return refuse({ ok: false, reason: "this page takes no files" });
  if (Number(headers["content-length"] ?? 0) > largestFile + LARGEST_FIELDS_BYTES) return refuse(tooLarge(largestFile));
  // Few forms have files: a peer that sees none needs no reader for them.
  const { FileTooLarge, readMultipart } = await import("../../https/read-multipart.ts");
  const limits = { fileSize: largestFile, fieldSize: LARGEST_FIELDS_BYTES };
  try {
    const { fields, files } = await readMultipart(body, headers["content-type"] ?? "", limits);
    return { ok: true, sent: new SentFields(Object.fromEntries(fields), files) };
  } catch (error) {
    if (error instanceof FileTooLarge) return tooLarge(largestFile);
    return { ok: false, reason: `the form cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** What is wrong with where the files of a form are; undefined when nothing is. */
export function misplacedFile(
  { fileFields }: SentFields,
  { takesFiles = [] }: Pick<Page, "takesFiles">,
): string | undefined {
  const stranger = fileFields.find((field) => !takesFiles.includes(field));
  if (stranger === undefined) return undefined;
  const allowed = takesFiles.map((field) => `"${field}"`).join(" or ");
  return `there is a file in the field "${stranger}": this page takes one in ${allowed}`;
}

const tooLarge = (largest: number): ReadForm => ({
  ok: false,
  reason: `the file is larger than ${largest / 1024 / 1024} MB`,
});
