import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  encodeHttp,
  LONGEST_MESSAGE,
  readHttp,
  readHttpStatus,
  type HttpMessage,
} from "../../../protocol/http/message.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import { attempt } from "../attempt.ts";
import { runs } from "../../runs.ts";

const startLine = fc.constantFrom(
  "GET / HTTP/1.1",
  "PUT /a/b?c=d HTTP/1.1",
  "HTTP/1.1 200 OK",
  "HTTP/1.1 404 Not Found",
);
const name = fc
  .stringMatching(/^[a-z][a-z0-9-]{0,15}$/)
  .filter((one) => one !== "transfer-encoding" && one !== "content-length");
const value = fc.stringMatching(/^([!-~]([ -~]{0,20}[!-~])?)?$/);

const messages: fc.Arbitrary<HttpMessage> = fc.record({
  startLine,
  headers: fc.array(fc.tuple(name, value), { maxLength: 5 }).map((pairs) => new Map(pairs)),
  body: fc.uint8Array({ maxLength: 300, size: "max" }),
});

describe("HTTP messages", () => {
  it("come back, whatever follows them, and not before the last byte is there", () => {
    fc.assert(
      fc.property(messages, fc.uint8Array({ maxLength: 20 }), fc.nat(), (message, more, at) => {
        const bytes = encodeHttp(message);
        const { startLine: start, headers, body } = readHttp(Buffer.concat([bytes, more])) ?? {};
        expect(start).toBe(message.startLine);
        expect(Buffer.from(body ?? [])).toEqual(Buffer.from(message.body));
        expect(headers).toEqual(new Map([...message.headers, ["content-length", String(message.body.byteLength)]]));
        expect(readHttp(bytes.subarray(0, at % bytes.byteLength))).toBeUndefined();
      }),
    );
  });

  it("any bytes are a message, the beginning of one, or refused", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, ended) => {
        const read = attempt(() => readHttp(ended ? Buffer.concat([bytes, Buffer.from("\r\n\r\n")]) : bytes));
        expect(read instanceof Error && !(read instanceof MalformedMessage)).toBe(false);
      }),
      runs(1000),
    );
  });

  it.each([
    ["Transfer-Encoding: chunked", /chunks/],
    ["Content-Length: -1", /length/],
    ["Content-Length: 65537", /length/],
    ["Content-Length: 1e3", /length/],
    ["no header", /not a header/],
    [" folded: yes", /not a header/],
  ])("%j is refused", (header, reason) => {
    const bytes = Buffer.from(`GET / HTTP/1.1\r\n${header}\r\n\r\n`);
    expect(attempt(() => readHttp(bytes))).toMatchObject({
      name: "MalformedMessage",
      message: expect.stringMatching(reason) as string,
    });
  });

  it("names of headers count in any case", () => {
    const bytes = Buffer.from("GET / HTTP/1.1\r\nCONTENT-Length:  2 \r\n\r\nab");
    expect(readHttp(bytes)?.headers.get("content-length")).toBe("2");
  });

  it("a head without an end is not waited for", () => {
    expect(attempt(() => readHttp(Buffer.alloc(LONGEST_MESSAGE + 1, "a")))).toBeInstanceOf(MalformedMessage);
  });
});

describe("the status of an answer", () => {
  it.each([
    ["HTTP/1.1 204 No Content\r\n", 204],
    ["HTTP/1.0 500\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n", 500],
    ["HTTP/1.1 200 OK", undefined],
    ["", undefined],
  ])("%j is %s", (text, status) => expect(readHttpStatus(Buffer.from(text))).toBe(status));

  it("is not read of anything else", () => {
    for (const text of [
      "SSH-2.0-OpenSSH\r\n",
      "HTTP/1.1 2000 OK\r\n",
      "HTTP/2 200\r\n",
      "x".repeat(LONGEST_MESSAGE + 1),
    ])
      expect(attempt(() => readHttpStatus(Buffer.from(text)))).toMatchObject({ name: "MalformedMessage" });
  });
});
