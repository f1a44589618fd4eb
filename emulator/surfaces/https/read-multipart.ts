import type { Readable } from "node:stream";
import { Busboy } from "@fastify/busboy";
import type { SentFile } from "../web/form/sent-fields.ts";

export interface MultipartLimits {
  /** Of one file, in bytes. */
  readonly fileSize: number;
  /** Of one text, in bytes. */
  readonly fieldSize: number;
}

/** Of files and texts in one form, more than any of ours has. */
const MOST = { files: 2, fields: 100 } as const;

/** A file is larger than it may be. */
export class FileTooLarge extends Error {}

export interface MultipartForm {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly files: ReadonlyMap<string, SentFile>;
}

/**
 * Reads a form with files (RFC 7578). What comes after a mistake is read and dropped, so that the sender hears the answer.
 * @throws FileTooLarge, or an Error that says what is wrong with the form
 */
export async function readMultipart(
  payload: Readable,
  contentType: string,
  limits: MultipartLimits,
): Promise<MultipartForm> {
  try {
    return await partsOf(payload, contentType, limits);
  } catch (error) {
    payload.unpipe();
    payload.resume();
    throw error;
  }
}

function partsOf(payload: Readable, contentType: string, limits: MultipartLimits): Promise<MultipartForm> {
  return new Promise((resolve, reject) => {
    const reader = new Busboy({
      headers: { "content-type": contentType },
      limits: { ...limits, ...MOST },
    });
    // Senders choose the names: one of them may be `constructor`.
    const fields = new Map<string, string[]>();
    const files = new Map<string, SentFile>();
    const begun = new Set<string>();
    reader.on("field", (name, value, _nameIsCut, valueIsCut) => {
      if (valueIsCut) reject(new Error(`the text of the field "${name}" is longer than ${limits.fieldSize / 1024} kB`));
      fields.set(name, [...(fields.get(name) ?? []), value]);
    });
    // A part need not have a file name, whatever the types of the library say.
    reader.on("file", (field, stream, sentName: string | undefined) => {
      if (begun.has(field)) reject(new Error(`there are several files in the field "${field}", which takes one`));
      begun.add(field);
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => void chunks.push(chunk));
      stream.on("limit", () => reject(new FileTooLarge()));
      stream.on("error", reject);
      stream.on("end", () => files.set(field, { name: sentName ?? "", bytes: Buffer.concat(chunks) }));
    });
    for (const [what, most] of Object.entries(MOST))
      reader.on(`${what as keyof typeof MOST}Limit`, () => reject(new Error(`it has more than ${most} ${what}`)));
    reader.on("error", reject);
    reader.on("finish", () => resolve({ fields, files }));
    payload.on("error", reject);
    payload.on("close", () => {
      if (!payload.readableEnded) reject(new Error("it ended in the middle"));
    });
    payload.pipe(reader);
  });
}
