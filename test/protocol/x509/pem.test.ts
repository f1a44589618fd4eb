import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPem, writePem } from "../../../protocol/x509/pem.ts";

const labels = fc.constantFrom("CERTIFICATE", "X509 CRL", "PRIVATE KEY", "RSA PRIVATE KEY");
const blocks = fc.array(fc.record({ label: labels, bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }) }));
/** Whatever stands between the blocks, as long as it does not look like the edge of one. */
const comment = fc.string().map((text) => text.replaceAll("-----", ""));

describe("PEM files", () => {
  test("what is written is read again, whatever stands between the blocks and however lines end", () => {
    fc.assert(
      fc.property(blocks, comment, fc.constantFrom("\n", "\r\n"), (written, between, lineEnd) => {
        const text = written.map(({ label, bytes }) => `${between}\n${writePem(label, bytes)}`).join("");
        const read = readPem(text.replaceAll("\n", lineEnd));
        expect(read.map(({ label, bytes }) => ({ label, bytes: Uint8Array.from(bytes) }))).toEqual(written);
      }),
    );
  });

  test("one that is cut short anywhere within its last block is refused", () => {
    fc.assert(
      fc.property(labels, fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(), (label, bytes, cut) => {
        const text = writePem(label, bytes);
        const begun = text.indexOf("\n") + 1;
        const kept = begun + (cut % (text.length - 2 - begun));
        expect(() => readPem(text.slice(0, kept))).toThrow(/has no end|is not base64/);
      }),
    );
  });

  test("a key that needs a passphrase is known as one", () => {
    const encrypted =
      "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----\n";
    expect(readPem(encrypted)[0]?.encrypted).toBe(true);
    expect(readPem(writePem("ENCRYPTED PRIVATE KEY", Uint8Array.of(1)))[0]?.encrypted).toBe(true);
    expect(readPem(writePem("PRIVATE KEY", Uint8Array.of(1)))[0]?.encrypted).toBe(false);
  });
});
