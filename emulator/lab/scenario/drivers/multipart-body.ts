import type { FormBody, SentFields } from "./form-body.ts";

/** Long and odd enough to be in no file that a scenario sends. */
const BOUNDARY = "----xtwin-scenario-4d1f8f3d0c5b4a5e9a1b";

/** A form with files as browsers send it (RFC 7578). */
export function multipartBody(fields: SentFields): FormBody {
  const parts = fields.flatMap(([name, value]) => {
    const file = typeof value === "string" ? undefined : value;
    const type = file ? `; filename="${file.name}"\r\nContent-Type: application/octet-stream` : "";
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${type}\r\n\r\n`;
    return [Buffer.from(head), file ? file.bytes : Buffer.from(value as string), Buffer.from("\r\n")];
  });
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    content: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  };
}
