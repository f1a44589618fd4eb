import { expect, test } from "vitest";
import { asn1Tags, sequence, writeElement } from "../../protocol/asn1/element.ts";
import { bitString, writeInteger, writeOid, writeText, writeTime } from "../../protocol/asn1/values.ts";
import { writePem } from "../../protocol/x509/pem.ts";
import { needs, run } from "./program.ts";

needs("openssl");

test("openssl reads the ASN.1 that the twin writes", async () => {
  const der = sequence(
    writeInteger(128),
    writeOid("1.2.840.113549.1.1.11"),
    writeText("Test", asn1Tags.utf8),
    bitString(Uint8Array.of(1, 2, 3)),
    writeTime(Date.UTC(2013, 11, 9, 8, 7, 6)),
    writeTime(Date.UTC(2051, 0, 2)),
    writeElement(asn1Tags.octets, new Uint8Array(300)),
  );
  const { stdout, code } = await run("openssl", ["asn1parse"], writePem("CERTIFICATE", der));
  expect(code).toBe(0);
  const lines = stdout.replaceAll("[HEX DUMP]", "").trim().split("\n");
  expect(lines.map((line) => /(?:prim|cons): (\S+(?: STRING)?)\s*(?::(.*))?$/.exec(line)?.slice(1, 3))).toEqual([
    ["SEQUENCE", undefined],
    ["INTEGER", "80"],
    ["OBJECT", "sha256WithRSAEncryption"],
    ["UTF8STRING", "Test"],
    ["BIT STRING", undefined],
    ["UTCTIME", "131209080706Z"],
    ["GENERALIZEDTIME", "20510102000000Z"],
    ["OCTET STRING", "00".repeat(300)],
  ]);
});
