import { MalformedMessage } from "../malformed.ts";

/** An HTTP/1.1 message (RFC 9112), a request or a response. Names of headers are in lower case. */
export interface HttpMessage {
  /** `GET /tms HTTP/1.1` or `HTTP/1.1 200 OK` */
  readonly startLine: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** Nothing that is said here is longer, in bytes. */
export const LONGEST_MESSAGE = 65_536;

const END_OF_HEAD = "\r\n\r\n";
const HEADER = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*?)[ \t]*$/;

/** Writes a message; its length goes into the headers. */
export function encodeHttp({ startLine, headers, body }: HttpMessage): Uint8Array {
  const lines = [...headers].filter(([name]) => name !== "content-length").map(([name, value]) => `${name}: ${value}`);
  const head = [startLine, ...lines, `content-length: ${body.byteLength}`].join("\r\n");
  return Buffer.concat([Buffer.from(`${head}${END_OF_HEAD}`, "latin1"), body]);
}

/**
 * The status code of an answer of which at least the first line is there; undefined while it is not. A client that wants
 * nothing else need not understand how the body ends.
 * @throws MalformedMessage
 */
export function readHttpStatus(bytes: Uint8Array): number | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const end = text.indexOf("\r\n");
  if (end === -1 && text.length <= LONGEST_MESSAGE) return undefined;
  const [, status] = /^HTTP\/1\.[01] (\d{3})(?: |\r)/.exec(text) ?? [];
  if (status === undefined) throw new MalformedMessage("not an HTTP answer");
  return Number(status);
}

/**
 * Reads the first message of what a stream has brought so far. Only a length tells where a body ends: chunks are refused.
 * @returns undefined while it is not all there
 * @throws MalformedMessage
 */
export function readHttp(bytes: Uint8Array): HttpMessage | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = all.indexOf(END_OF_HEAD, 0, "latin1");
  if (end === -1) {
    if (all.byteLength > LONGEST_MESSAGE) throw new MalformedMessage("the head of an HTTP message has no end");
    return undefined;
  }
  const [startLine = "", ...lines] = all.toString("latin1", 0, end).split("\r\n");
  const headers = new Map(lines.map(readHeader));
  if (headers.has("transfer-encoding")) throw new MalformedMessage("an HTTP body in chunks is not read");
  const length = readLength(headers.get("content-length"));
  const start = end + END_OF_HEAD.length;
  if (all.byteLength < start + length) return undefined;
  return { startLine, headers, body: bytes.slice(start, start + length) };
}

function readHeader(line: string): [name: string, value: string] {
  const [, name, value = ""] = HEADER.exec(line) ?? [];
  if (name === undefined) throw new MalformedMessage("not a header of an HTTP message");
  return [name.toLowerCase(), value];
}

function readLength(text = "0"): number {
  const length = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(length <= LONGEST_MESSAGE)) throw new MalformedMessage("not the length of an HTTP body that is read");
  return length;
}
