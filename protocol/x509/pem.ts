import { MalformedMessage } from "../malformed.ts";

/** One block of a PEM file (RFC 7468). */
export interface PemBlock {
  /** `CERTIFICATE`, `PRIVATE KEY`, … */
  readonly label: string;
  readonly bytes: Uint8Array;
  /** Whether it needs a passphrase. */
  readonly encrypted: boolean;
}

const BEGIN = /^-----BEGIN ([A-Z0-9 ]+)-----$/;
const END = /^-----END ([A-Z0-9 ]+)-----$/;
const HEADER = /^[A-Za-z-]+:/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const LINE_LENGTH = 64;

/**
 * Reads the blocks of a file in their order. What stands between them is a comment: `openssl x509 -text` writes one.
 * @throws MalformedMessage for a block that has no end or is not base64
 */
export function readPem(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  let open: { readonly label: string; readonly lines: string[] } | undefined;
  for (const line of text.split(/\r\n|\n|\r/).map((each) => each.trim())) {
    const [, begins] = BEGIN.exec(line) ?? [];
    const [, ends] = END.exec(line) ?? [];
    if (begins !== undefined) {
      if (open) throw withoutEnd(open.label);
      open = { label: begins, lines: [] };
    } else if (ends !== undefined) {
      if (open?.label !== ends) throw open ? withoutEnd(open.label) : new MalformedMessage(`END ${ends} has no BEGIN`);
      blocks.push(readBlock(open.label, open.lines));
      open = undefined;
    } else open?.lines.push(line);
  }
  if (open) throw withoutEnd(open.label);
  return blocks;
}

/** A block as text, its last line ended. */
export function writePem(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString("base64")
      .match(new RegExp(`.{1,${LINE_LENGTH}}`, "g")) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}

function readBlock(label: string, lines: readonly string[]): PemBlock {
  const headers = lines.filter((line) => HEADER.test(line));
  const encoded = lines.filter((line) => !HEADER.test(line)).join("");
  if (!BASE64.test(encoded)) throw new MalformedMessage(`the block ${label} is not base64`);
  const encrypted = label.startsWith("ENCRYPTED ") || headers.some((header) => header.includes("ENCRYPTED"));
  return { label, bytes: Buffer.from(encoded, "base64"), encrypted };
}

const withoutEnd = (label: string): MalformedMessage =>
  new MalformedMessage(`the block ${label} has no end: the file is cut short`);
