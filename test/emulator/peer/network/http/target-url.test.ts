import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readFeedbackUrl } from "../../../../../emulator/peer/network/http/target-url.ts";

test.each([
  ["https://tms/", { protocol: "https", host: "tms", port: 443, path: "/", authority: "tms" }],
  [
    "http://192.0.2.7/tms/code.aspx",
    { protocol: "http", host: "192.0.2.7", port: 80, path: "/tms/code.aspx", authority: "192.0.2.7" },
  ],
  [
    "http://tms.example.com:8080",
    { protocol: "http", host: "tms.example.com", port: 8080, path: "/", authority: "tms.example.com:8080" },
  ],
  ["HTTP://tms/a?b=c", { protocol: "http", host: "tms", port: 80, path: "/a?b=c", authority: "tms" }],
])("%s can be posted to", (text, url) => expect(readFeedbackUrl(text)).toEqual({ ok: true, url }));

test.each([
  ["tms", "is not a URL that can be posted to"],
  ["http:tms", "is not a URL that can be posted to"],
  ["http://", "is not a URL that can be posted to"],
  ["http:///path", "is not a URL that can be posted to"],
  ["http://a b/", "is not a URL that can be posted to"],
  ["http://a:99999/", "is not a URL that can be posted to"],
  ["ftp://a/", "is not a URL that can be posted to"],
  ["http://user:secret@a/", "has a user in it"],
  ["http://a:0/", "has no port to connect to"],
])("%j is refused", (text, why) =>
  expect(readFeedbackUrl(text)).toEqual({
    ok: false,
    reason: `"${text}" ${why}: http[s]://<address or name>[:<port>]/<path>`,
  }),
);

test("what is taken has a path that fits into a request", () => {
  const text = fc.string({ unit: "binary-ascii" }).map((rest) => `http://h${rest}`);
  fc.assert(
    fc.property(text, (url) => {
      const verdict = readFeedbackUrl(url);
      const line = verdict.ok ? `${verdict.url.authority} ${verdict.url.path}` : "none /";
      expect(line).toMatch(/^[!-~]+ \/[!-~]*$/);
    }),
  );
});
