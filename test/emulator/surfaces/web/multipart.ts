/** A file as a browser sends it with a form. */
export interface SentTestFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BOUNDARY = "----a-boundary-of-the-tests";

/** A form as it goes over the line, and the header that goes with it. */
export interface MultipartPayload {
  readonly payload: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** A form with files (RFC 7578). */
export const multipart = (fields: Readonly<Record<string, string | SentTestFile>>): MultipartPayload =>
  multipartOf(Object.entries(fields));

/** The same of parts that may come several times. */
export function multipartOf(fields: readonly (readonly [string, string | SentTestFile])[]): MultipartPayload {
  const parts = fields.map(([name, value]) => {
    const file = typeof value === "string" ? "" : `; filename="${value.name}"\r\nContent-Type: application/gzip`;
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`;
    const content = typeof value === "string" ? Buffer.from(value) : value.bytes;
    return Buffer.concat([Buffer.from(head), content, Buffer.from("\r\n")]);
  });
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
    headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}` },
  };
}
