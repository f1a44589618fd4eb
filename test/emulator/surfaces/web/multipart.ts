/** A file as a browser sends it with a form. */
export interface SentTestFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BOUNDARY = "----a-boundary-of-the-tests";

/** A form with files (RFC 7578), and the header that goes with it. */
export function multipart(fields: Readonly<Record<string, string | SentTestFile>>): {
  readonly payload: Buffer;
  readonly headers: Readonly<Record<string, string>>;
} {
  const parts = Object.entries(fields).map(([name, value]) => {
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
