import { afterEach, describe, expect, test } from "vitest";
import { makeOptionKey } from "../../../../../emulator/peer/calls/licensing/option-key.ts";
import { type Product, products } from "../../../../../emulator/peer/core/identity.ts";
import { expectWarning } from "./expect-warning.ts";
import { type Values, WarnedPeer } from "./warned-peer.ts";

/** A peer that speaks both versions of IP and has all that it needs for that. */
const BOTH: Values = {
  IPProtocol: "Both",
  "Ethernet 1 IP V4 Address": "192.0.2.1",
  "IP Gateway": "192.0.2.254",
  "Ethernet 1 IP V6 Address": "2001:db8::1",
  "IP V6 Gateway": "2001:db8::ff",
};

let peer: WarnedPeer;
afterEach(() => peer.stop());

async function start(product: Product = "expressway-e", more: Values = {}): Promise<void> {
  peer = await WarnedPeer.start({ product }, more);
}

const ALONE: readonly Values[] = [{ IPProtocol: "IPv4" }, { IPProtocol: "IPv6" }];

describe.each(products)("IP protocol Both on %s", (product) => {
  test("raises nothing while each version has an address and a gateway", async () => {
    await start(product);
    peer.set(BOTH);
    expect(peer.warnings()).toEqual([]);
  });

  test.each([
    [
      25003,
      { "Ethernet 1 IP V4 Address": "0.0.0.0" },
      { "Ethernet 1 IP V4 Address": "192.0.2.1" },
      "IP configuration mismatch: IP protocol is set to both IPv4 and IPv6, but the system does not have any IPv4 addresses defined",
      "the IPv4 address of LAN 1 is 0.0.0.0",
    ],
    [
      25004,
      { "IP Gateway": "127.0.0.1" },
      { "IP Gateway": "192.0.2.254" },
      "IP configuration mismatch: IP protocol is set to both IPv4 and IPv6, but the system does not have an IPv4 gateway defined",
      "IPv4 gateway is 127.0.0.1, which stands for none",
    ],
    [
      25013,
      { "IP V6 Gateway": "" },
      { "IP V6 Gateway": "2001:db8::ff" },
      "IP configuration mismatch: IP protocol is set to both IPv4 and IPv6, but the system does not have an IPv6 gateway defined",
      "IPv6 gateway is blank",
    ],
    [
      25014,
      { "Ethernet 1 IP V6 Address": "" },
      { "Ethernet 1 IP V6 Address": "2001:db8::1" },
      "Configuration warning: IP protocol is set to both IPv4 and IPv6, but the Expressway does not have any IPv6 addresses defined",
      "the IPv6 address of LAN 1 is blank",
    ],
  ] as const)("raises %i while one of them is missing", async (alarm, missing, there, text, fact) => {
    await start(product);
    const cause = { ...BOTH, ...missing };
    expectWarning(peer, { alarm, cause, text, facts: ["IP protocol is Both", fact], cures: [there, ...ALONE] });
  });
});

test("a peer as unpacked lacks all but an IPv4 address for both versions, and nothing for one", async () => {
  await start();
  for (const protocol of ["IPv4", "IPv6"]) {
    peer.set({ IPProtocol: protocol });
    expect(peer.warnings()).toEqual([]);
  }
  peer.set({ IPProtocol: "Both" });
  expect(peer.warnings()).toEqual([25004, 25013, 25014]);
});

describe("the addresses of LAN 2", () => {
  const onLan2: Values = { "Ethernet 2 IP V4 Address": "198.51.100.1", "Ethernet 2 IP V6 Address": "2001:db8:1::1" };
  const notOnLan1: Values = { ...BOTH, "Ethernet 1 IP V4 Address": "0.0.0.0", "Ethernet 1 IP V6 Address": "" };

  test("do not count without Advanced Networking", async () => {
    await start();
    peer.set({ ...notOnLan1, ...onLan2 });
    expect(peer.warnings()).toEqual([25003, 25014]);
  });

  test("count with it", async () => {
    await start("expressway-e", { "Option 1 Key": makeOptionKey("L", "0A1B2C3D") ?? "" });
    peer.set({ ...notOnLan1, ...onLan2 });
    expect(peer.warnings()).toEqual([]);
    peer.set({ "Ethernet 2 IP V4 Address": "0.0.0.0", "Ethernet 2 IP V6 Address": "" });
    expect(peer.warnings()).toEqual([25003, 25014]);
    expect(peer.evidence(25014)?.facts).toEqual([
      "IP protocol is Both",
      "the IPv6 address of LAN 1 is blank",
      "the IPv6 address of LAN 2 is blank",
    ]);
  });

  test("do not count on an Expressway-C, whatever keys it has", async () => {
    await start("expressway-c", { "Option 1 Key": makeOptionKey("L", "0A1B2C3D") ?? "" });
    peer.set({ ...notOnLan1, ...onLan2 });
    expect(peer.warnings()).toEqual([25003, 25014]);
  });
});
