import { MalformedMessage } from "../malformed.ts";
import { readHttpStatus } from "./message.ts";

/** What a server sent when it was asked for a file. */
export interface Download {
  readonly status: number;
  readonly body: Uint8Array;
}

const END_OF_HEAD = "\r\n\r\n";
const END_OF_LINE = "\r\n";
/** Of the start line and the headers, in bytes. */
const LONGEST_HEAD = 16_384;

/**
 * Reads an answer whose body is told by a length or comes in chunks (RFC 9112, 6).
 * @param most of the body, in bytes: a longer one is refused as soon as it shows
 * @returns undefined while it is not all there
 * @throws MalformedMessage
 */
export function readDownload(received: Uint8Array, most: number): Download | undefined {
  const all = Buffer.from(received.buffer, received.byteOffset, received.byteLength);
  const status = readHttpStatus(all.subarray(0, LONGEST_HEAD));
  const end = all.indexOf(END_OF_HEAD, 0, "latin1");
  if (end === -1 && all.byteLength > LONGEST_HEAD) throw new MalformedMessage("the head of an HTTP answer has no end");
  if (status === undefined || end === -1) return undefined;
  const head = all.toString("latin1", 0, end);
  const rest = all.subarray(end + END_OF_HEAD.length);
  const body = /\r\ntransfer-encoding:[ \t]*chunked/i.test(head) ? readChunks(rest, most) : readWhole(rest, head, most);
  return body && { status, body };
}

function readWhole(rest: Buffer, head: string, most: number): Uint8Array | undefined {
  const [, length] = /\r\ncontent-length:[ \t]*(\d{1,12})[ \t]*(?:\r\n|$)/i.exec(head) ?? [];
  if (length === undefined) throw new MalformedMessage("an HTTP answer does not tell its length");
  refuseLong(Number(length), most);
  return rest.length < Number(length) ? undefined : rest.subarray(0, Number(length));
}

function readChunks(rest: Buffer, most: number): Uint8Array | undefined {
  const chunks: Buffer[] = [];
  let total = 0;
  for (let at = 0; ;) {
    const lineEnd = rest.indexOf(END_OF_LINE, at, "latin1");
    if (lineEnd === -1) return undefined;
    const [, digits] = /^([0-9a-f]{1,8})[ \t]*(?:;|$)/i.exec(rest.toString("latin1", at, lineEnd)) ?? [];
    if (digits === undefined) throw new MalformedMessage("not the size of a chunk of an HTTP body");
    const size = Number.parseInt(digits, 16);
    refuseLong((total += size), most);
    const start = lineEnd + END_OF_LINE.length;
    if (size === 0) return Buffer.concat(chunks);
    if (rest.length < start + size + END_OF_LINE.length) return undefined;
    chunks.push(rest.subarray(start, start + size));
    at = start + size + END_OF_LINE.length;
  }
}

function refuseLong(length: number, most: number): void {
  if (length > most) throw new MalformedMessage(`the body has more than ${most} bytes`);
}
