import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDownload } from "../../../protocol/http/download.ts";

const MOST = 1000;
const answer = (headers: string, body: Uint8Array | string): Uint8Array =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), Buffer.from(body)]);

describe("a file from an HTTP server", () => {
  test("is whole with its last byte, in chunks of any size or by its length", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 60 }), (file, size) => {
        const chunks = Array.from({ length: Math.ceil(file.length / size) }, (_, at) => {
          const chunk = file.subarray(at * size, (at + 1) * size);
          return Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from("\r\n")]);
        });
        const chunked = answer("Transfer-Encoding: chunked", Buffer.concat([...chunks, Buffer.from("0\r\n\r\n")]));
        expect(Uint8Array.from(readDownload(chunked, MOST)?.body ?? [])).toEqual(file);
        expect(readDownload(chunked.subarray(0, -6), MOST)).toBeUndefined();
        const whole = answer(`Content-Length: ${file.length}`, file);
        expect(Uint8Array.from(readDownload(whole, MOST)?.body ?? [])).toEqual(file);
        expect(readDownload(answer(`Content-Length: ${file.length + 1}`, file), MOST)).toBeUndefined();
      }),
    );
  });

  test.each([
    ["Content-Length: 1001", "", /more than 1000 bytes/],
    ["Transfer-Encoding: chunked", "3e9\r\n", /more than 1000 bytes/],
    ["Transfer-Encoding: chunked", "many\r\n", /not the size of a chunk/],
    ["Server: x", "", /does not tell its length/],
  ])("is refused with %s and a body %j", (headers, body, why) => {
    expect(() => readDownload(answer(headers, body), MOST)).toThrow(why);
  });
});
