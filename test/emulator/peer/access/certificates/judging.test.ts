import { describe, expect, test } from "vitest";
import { readCertificate } from "../../../../../protocol/x509/certificate.ts";
import { readPem } from "../../../../../protocol/x509/pem.ts";
import { findChain } from "../../../../../emulator/peer/access/certificates/chain.ts";
import { userNameOf } from "../../../../../emulator/peer/access/certificates/client-user-name.ts";
import { flawOfRevocation, type RevocationCheck } from "../../../../../emulator/peer/access/certificates/revocation.ts";
import {
  appendAuthorities,
  listsOf,
  trustedAuthorities,
} from "../../../../../emulator/peer/access/certificates/trusted-list.ts";
import { TestAuthority } from "./authority.ts";

const from = Date.UTC(2013, 11, 1);
const to = Date.UTC(2014, 11, 1);
const now = Date.UTC(2013, 11, 9);
const root = new TestAuthority("Root", { from, to });
const other = new TestAuthority("Other", { from, to });
const impostor = new TestAuthority("Root", { from, to });
const read = (pem: string) => readCertificate(readPem(pem)[0]?.bytes ?? new Uint8Array());
const issued = root.issue("room");

describe("a chain of trust", () => {
  const trusted = [read(other.certificate), read(root.certificate)];

  test("leads to the authority that has signed", () => {
    const found = findChain(read(issued.certificate), trusted, now);
    expect(found.ok && found.chain.length).toBe(2);
  });

  test.each([
    ["nobody trusted has signed it", impostor.issue("room").certificate, now, 'issuer, "CN=Root"'],
    [
      "it has expired",
      issued.certificate,
      to + 1,
      'the certificate of "CN=room" has expired on Dec  1 00:00:00 2014 GMT',
    ],
    ["it is not valid yet", issued.certificate, from - 1, "is not valid before Dec  1 00:00:00 2013 GMT"],
    ["it has signed itself", impostor.certificate, now, "signed itself and is not among the trusted CA certificates"],
  ])("is refused where %s", (_, pem, moment, why) => {
    const found = findChain(read(pem), trusted, moment);
    expect(found.ok ? "" : found.reason).toContain(why);
  });
});

describe("revocation", () => {
  const chain = [read(issued.certificate), read(root.certificate)];
  const judge = (list: string, check: Partial<RevocationCheck> = {}): string | undefined =>
    flawOfRevocation(chain, { lists: listsOf(list), scope: "Peer", withoutList: "Fail", now, ...check });

  test.each(["Peer", "All"] as const)("a certificate on the list is refused, %s", (scope) => {
    expect(judge(root.revocationList([issued.serialNumber]), { scope })).toContain('of "CN=room" is revoked');
    expect(judge(root.revocationList([99]), { scope })).toBeUndefined();
  });

  test("only the list of the issuer counts, which nobody else can sign", () => {
    const none = 'there is no revocation list of "CN=Root"';
    expect([judge(other.revocationList([])), judge(impostor.revocationList([]))]).toEqual([none, none]);
    expect(judge(other.revocationList([]), { withoutList: "Ignore" })).toBeUndefined();
  });

  test("when a list has expired, all certificates of its issuer count as revoked", () => {
    const expired = root.revocationList([], { from, to: now - 1 });
    expect(judge(expired, { withoutList: "Ignore" })).toContain('the revocation list of "CN=Root" has expired');
  });

  test("the newest list counts", () => {
    const older = root.revocationList([issued.serialNumber]);
    expect(judge(older + root.revocationList([], { from: from + 1000, to }))).toBeUndefined();
  });
});

describe("the list of trusted authorities", () => {
  const append = (file: string, pem = "") => appendAuthorities(pem, Buffer.from(file));
  const both = root.certificate + other.certificate;

  test("takes one or many, tells those that are there already, and knows them by their bytes", () => {
    expect(append(both)).toEqual({ ok: true, pem: both, added: 2, known: 0 });
    expect(append(root.certificate + impostor.certificate, both)).toMatchObject({ added: 1, known: 1 });
    expect(new Set(trustedAuthorities(both).map(({ id }) => id)).size).toBe(2);
  });

  test.each([
    ["the file is empty", ""],
    ["there is no PEM block in the file", "a text"],
    ["the file is cut short", root.certificate.slice(0, 200)],
    ["block 1 of 1: a private key is not a CA certificate", issued.key],
    ['block 2 of 2: the certificate of "CN=room" is not that of a CA', root.certificate + issued.certificate],
  ])("is not changed: %s", (why, file) => {
    const verdict = append(file, other.certificate);
    expect(verdict.ok ? "" : verdict.reason).toContain(why);
  });

  test("DER is told from PEM", () => {
    expect(appendAuthorities("", readPem(root.certificate)[0]?.bytes ?? new Uint8Array())).toEqual({
      ok: false,
      reason: "the file is DER: a PEM file is expected",
    });
  });
});

describe("the user name of a certificate", () => {
  const text = "    Subject: O=Example, CN=ann\n    Subject Public Key Info:\n";
  const regex = String.raw`/Subject:.*CN=(?<captureCommonName>([^,\\]|(\\,))*)/m`;

  test.each([
    [regex, "#captureCommonName#", "ann"],
    [regex, "x-#captureCommonName#.y", "x-ann.y"],
    ["O=(?<org>\\w+)", "#org#", "Example"],
  ])("%s with %s is %s", (expression, format, name) => {
    expect(userNameOf(text, { regex: expression, format })).toEqual({ ok: true, name });
  });

  test.each([
    ["(", "#a#", "the regex cannot be used"],
    ["(?<a>nobody)", "#a#", 'captures no group "a"'],
    [regex, "", "the user name is blank"],
    ["((.+)+)+\\u0000(?<a>x)", "#a#", "the regex cannot be used"],
  ])("%s with %s is none", (expression, format, why) => {
    const verdict = userNameOf(text, { regex: expression, format });
    expect(verdict.ok ? "" : verdict.reason).toContain(why);
  });
});
