import { BlockList } from "node:net";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatRange, isInRange, rangeOf } from "../../../../../emulator/peer/access/firewall/address-range.ts";

describe("a range", () => {
  test.each([
    ["198.51.100.77", 24, "198.51.100.0 - 198.51.100.255"],
    ["198.51.100.77", 32, "198.51.100.77 - 198.51.100.77"],
    ["198.51.100.77", 0, "0.0.0.0 - 255.255.255.255"],
    ["2001:db8::ab:1", 32, "2001:db8:: - 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"],
    ["2001:db8:0:0:1::1", 128, "2001:db8::1:0:0:1 - 2001:db8::1:0:0:1"],
    ["::", 128, ":: - ::"],
    ["64:ff9b::192.0.2.1", 96, "64:ff9b:: - 64:ff9b::ffff:ffff"],
  ])("%s/%i is %s", (address, length, range) => {
    expect(formatRange(rangeOf(address, length))).toBe(range);
  });

  test("holds what Node's own block list holds, in IPv4", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, network, length) => {
        const oracle = new BlockList();
        oracle.addSubnet(network, length, "ipv4");
        expect(isInRange(address, rangeOf(network, length))).toBe(oracle.check(address, "ipv4"));
        expect(isInRange(network, rangeOf(network, length))).toBe(true);
      }),
    );
  });

  test("holds what Node's own block list holds, in IPv6", () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.ipV6(), fc.integer({ min: 0, max: 128 }), (address, network, length) => {
        const oracle = new BlockList();
        oracle.addSubnet(network, length, "ipv6");
        // Node takes an IPv4-mapped address for IPv6 here; whoever speaks IPv4 is judged by its IPv4 address.
        fc.pre(!address.startsWith("::ffff:"));
        expect(isInRange(address, rangeOf(network, length))).toBe(oracle.check(address, "ipv6"));
      }),
    );
  });

  test("is of one family; an IPv4 address in IPv6 form counts as IPv4", () => {
    expect(isInRange("198.51.100.1", rangeOf("::", 0))).toBe(false);
    expect(isInRange("2001:db8::1", rangeOf("0.0.0.0", 0))).toBe(false);
    expect(isInRange("::ffff:198.51.100.1", rangeOf("198.51.100.0", 24))).toBe(true);
  });
});
