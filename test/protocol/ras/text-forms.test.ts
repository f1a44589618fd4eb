import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeObjectIdentifier, encodeObjectIdentifier } from "../../../protocol/asn1/object-identifier.ts";
import { ipv4Octets, ipv4Text, ipv6Octets, ipv6Text } from "../../../protocol/ip-octets.ts";
import { MalformedMessage } from "../../../protocol/malformed.ts";
import { attempt } from "../attempt.ts";
import { anything } from "./ras-arbitrary.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("object identifiers", () => {
  it.each([
    ["1.2.840.113548", "2a864886f70c"],
    ["2.999.3", "883703"],
    ["0.0.8.2250.0.5", "0008914a0005"],
  ])("%s is %s", (dotted, expected) => {
    expect(hex(encodeObjectIdentifier(dotted))).toBe(expected);
  });

  it("come back", () => {
    fc.assert(
      fc.property(anything.objectIdentifier, (dotted) => {
        expect(decodeObjectIdentifier(encodeObjectIdentifier(dotted))).toBe(dotted);
      }),
    );
  });

  it.each(["", "1", "3.1", "0.40", "1.2.", "1..2", "1.02", "1.2.a", `1.2.${2n ** 128n}`])("%j is refused", (dotted) => {
    expect(() => encodeObjectIdentifier(dotted)).toThrow(RangeError);
  });

  it.each(["", "80", "2a80", "2a8001", `2a${"ff".repeat(19)}7f`])("octets %s are refused", (octets) => {
    expect(() => decodeObjectIdentifier(Buffer.from(octets, "hex"))).toThrow(MalformedMessage);
  });
});

describe("IP addresses", () => {
  it("octets come back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (octets) => {
        expect(ipv6Octets(ipv6Text(octets))).toEqual(octets);
        expect(ipv4Octets(ipv4Text(octets.subarray(0, 4)))).toEqual(octets.slice(0, 4));
      }),
    );
  });

  it("every form of an address is read, and written in one", () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const written = ipv6Text(ipv6Octets(address));
        // The URL standard's serializer follows RFC 5952 too, but for mapped IPv4.
        fc.pre(!written.includes("."));
        expect(`[${written}]`).toBe(new URL(`http://[${address}]/`).hostname);
      }),
    );
  });

  it("a mapped IPv4 address has its dots", () => {
    expect(ipv6Text(ipv6Octets("0:0::FFFF:a00:1"))).toBe("::ffff:10.0.0.1");
    expect(hex(ipv6Octets("::ffff:10.0.0.1"))).toBe("00000000000000000000ffff0a000001");
  });

  it.each(["", "10.0.0", "10.0.0.256", "::1", "host"])("%j is refused as IPv4", (address) => {
    expect(attempt(() => ipv4Octets(address))).toEqual(
      new RangeError(`the address is ${JSON.stringify(address)}, allowed are IPv4 addresses`),
    );
  });

  it.each(["", "10.0.0.1", "1:2", "fe80::1%eth0", "1::2::3"])("%j is refused as IPv6", (address) => {
    expect(attempt(() => ipv6Octets(address))).toBeInstanceOf(RangeError);
  });
});
