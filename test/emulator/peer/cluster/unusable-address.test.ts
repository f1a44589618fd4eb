import { assert, ipV4, ipV6, oneof, property } from "fast-check";
import { expect, it } from "vitest";
import { checkValue } from "../../../../emulator/peer/configuration/value-space.ts";
import { unusablePeerAddress } from "../../../../emulator/peer/cluster/unusable-address.ts";

it.each([
  ["0.0.0.0", "an unspecified address"],
  ["0.1.2.3", "an unspecified address"],
  ["::", "an unspecified address"],
  ["224.0.0.1", "a multicast address"],
  ["239.255.255.255", "a multicast address"],
  ["ff02::1", "a multicast address"],
  ["240.0.0.1", "a reserved address"],
  ["255.255.255.255", "the broadcast address"],
  ["127.0.0.1", "a loopback address"],
  ["::1", "a loopback address"],
  ["192.0.2.1", undefined],
  ["10.0.0.255", undefined],
  ["223.255.255.255", undefined],
  ["128.0.0.1", undefined],
  ["2001:db8::1", undefined],
  ["fe80::1", undefined],
])("%s as a peer of 10.0.0.1: %s", (address, reason) => {
  expect(unusablePeerAddress(address, "10.0.0.1")).toBe(reason);
});

it("peers on loopback addresses may have each other", () => {
  expect(unusablePeerAddress("127.0.10.2", "127.0.10.1")).toBeUndefined();
  expect(unusablePeerAddress("::1", "10.0.0.1")).toBe("a loopback address");
  expect(unusablePeerAddress("0.0.0.0", "127.0.10.1")).toBe("an unspecified address");
});

it("takes whatever the field for an address takes", () => {
  assert(
    property(oneof(ipV4(), ipV6()), (address) => {
      if (!checkValue({ kind: "text", min: 0, max: 128, format: "ipAddress" }, address).ok) return;
      for (const own of ["10.0.0.1", "127.0.0.1"]) unusablePeerAddress(address, own);
    }),
  );
});
