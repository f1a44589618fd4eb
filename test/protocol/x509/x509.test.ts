import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { selfSignedCertificate } from "../../../emulator/peer/access/certificates/self-signed.ts";
import { readElements } from "../../../protocol/asn1/element.ts";
import { readTime, writeTime } from "../../../protocol/asn1/values.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import { readCertificateRequest, writeRequest, writeRequestBody } from "../../../protocol/x509/certificate-request.ts";
import { alternativeNames, isAuthority, readCertificate } from "../../../protocol/x509/certificate.ts";
import { certificateText, requestText, timeText } from "../../../protocol/x509/decoded-text.ts";
import { nameText, readName, writeName } from "../../../protocol/x509/distinguished-name.ts";
import { readPem } from "../../../protocol/x509/pem.ts";
import { readRevocationList } from "../../../protocol/x509/revocation-list.ts";
import { TestAuthority } from "../../emulator/peer/access/certificates/authority.ts";
import { runs } from "../../runs.ts";
import { attempt } from "../attempt.ts";

const from = Date.UTC(2013, 11, 1);
const to = Date.UTC(2014, 11, 1);
const authority = new TestAuthority("Example Root", { from, to });
const derOf = (pem: string): Uint8Array => readPem(pem)[0]?.bytes ?? new Uint8Array();

const decoded = (der: Uint8Array): string => certificateText(readCertificate(der));

test("times are read as they were written, of this century and of others", () => {
  const seconds = fc.integer({ min: Date.UTC(1950, 0) / 1000, max: Date.UTC(9999, 11, 31) / 1000 });
  fc.assert(
    fc.property(seconds, (moment) => {
      expect(readTime(readElements(writeTime(moment * 1000))[0])).toBe(moment * 1000);
    }),
  );
});

describe("certificates", () => {
  test("are read as they were made", () => {
    const certificate = readCertificate(derOf(authority.issue("vcs.example.com").certificate));
    expect([nameText(certificate.issuer), nameText(certificate.subject)]).toEqual([
      "CN=Example Root",
      "CN=vcs.example.com",
    ]);
    expect([certificate.notBefore, certificate.notAfter, isAuthority(certificate)]).toEqual([from, to, false]);
    expect(isAuthority(readCertificate(derOf(authority.certificate)))).toBe(true);
  });

  test("decoded, they have the lines of OpenSSL", () => {
    const { certificate } = selfSignedCertificate({
      subject: "vcs.example.com",
      address: "192.0.2.1",
      serialNumber: new Uint8Array(15).fill(3),
      now: from,
    });
    const read = readCertificate(derOf(certificate));
    expect(alternativeNames(read)).toEqual(["DNS:vcs.example.com", "IP Address:192.0.2.1"]);
    const text = certificateText(read);
    for (const line of [
      "        Version: 3 (0x2)",
      "        Subject: CN=vcs.example.com, O=Temporary CA",
      "            Not Before: Nov 30 00:00:00 2013 GMT",
      "                TLS Web Server Authentication, TLS Web Client Authentication",
    ])
      expect(text.split("\n")).toContain(line);
  });

  test("bytes that are none are refused, never taken for one and never a crash", () => {
    const der = derOf(authority.certificate);
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Uint8Array.from(der);
        changed[at] = (changed[at] ?? 0) ^ change;
        for (const bytes of [changed, der.subarray(0, at)])
          for (const read of [decoded, readRevocationList, readCertificateRequest]) {
            const found: unknown = attempt(() => read(bytes));
            expect(found instanceof Error && !(found instanceof MalformedMessage)).toBe(false);
          }
      }),
      runs(500),
    );
  });
});

test("names keep every text, and a comma in one does not end it", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "binary" }), (value) => {
      const der = writeName([
        ["O", value],
        ["CN", "x"],
      ]);
      expect(readName(readElements(der)[0]).attributes).toEqual([
        { name: "O", value: Buffer.from(value).toString() },
        { name: "CN", value: "x" },
      ]);
    }),
  );
  expect(nameText(readName(readElements(writeName([["O", "Example, Inc.\n"]]))[0]))).toBe(
    String.raw`O=Example\, Inc.\0a`,
  );
});

test("requests have the names that were asked for", () => {
  const { publicKey } = readCertificate(derOf(authority.certificate));
  const names = {
    subject: [["CN", "vcs.example.com"]],
    alternativeNames: ["vcs.example.com", "192.0.2.1", "::1"],
  } as const;
  const body = writeRequestBody(names, publicKey.der);
  const request = readCertificateRequest(writeRequest(body, "1.2.840.113549.1.1.11", Uint8Array.of(1, 2)));
  expect(Buffer.from(request.signedPart)).toEqual(Buffer.from(body));
  expect(alternativeNames(request)).toEqual(["DNS:vcs.example.com", "IP Address:192.0.2.1", "IP Address:::1"]);
  expect(requestText(request)).toContain("        Subject: CN=vcs.example.com\n");
});

test("revocation lists tell whom they revoke", () => {
  const list = readRevocationList(derOf(authority.revocationList([5, 300])));
  expect(list.revoked.map(({ serialNumber }) => serialNumber)).toEqual(["05", "012c"]);
  expect([list.lastUpdate, list.nextUpdate, nameText(list.issuer)]).toEqual([from, to, "CN=Example Root"]);
  expect(readRevocationList(derOf(authority.revocationList([]))).revoked).toEqual([]);
});

test("moments are printed as OpenSSL does", () => {
  expect(timeText(Date.UTC(2013, 11, 9, 10, 0, 5))).toBe("Dec  9 10:00:05 2013 GMT");
});
