import { afterEach, describe, expect, test } from "vitest";
import { products } from "../../../../../emulator/peer/core/identity.ts";
import { expectWarning } from "./expect-warning.ts";
import { type Values, WarnedPeer } from "./warned-peer.ts";

let peer: WarnedPeer;
afterEach(() => peer.stop());

const TURN: Values = { "Traversal Server TURN Mode": "On" };

describe.each(products)("ports of two functions on %s", (product) => {
  test("that are the same raise 25018 with both", async () => {
    peer = await WarnedPeer.start({ product });
    expectWarning(peer, {
      alarm: 25018,
      cause: { "SIP TLS Port": "5060", "SIP TLS Mode": "On", "SIP Mode": "On" },
      text: "Port conflict: There is a port conflict between SIP TCP 5060 and SIP TLS 5060",
      facts: ["SIP TCP has TCP 5060, and SIP TLS has 5060"],
      cures: [{ "SIP TLS Port": "5061" }, { "SIP TLS Mode": "Off" }, { "SIP Mode": "Off" }],
    });
  });

  test("that overlap raise 25018 with both ranges", async () => {
    peer = await WarnedPeer.start({ product });
    expectWarning(peer, {
      alarm: 25018,
      cause: { "IP Ephemeral PortRange End": "36000" },
      text: "Port conflict: There is a port conflict between Traversal media 36000 to 59999 and Ephemeral 30000 to 36000",
      facts: ["Traversal media has UDP 36000 to 59999, and Ephemeral has 30000 to 36000"],
      cures: [{ "IP Ephemeral PortRange End": "35999" }],
    });
  });
});

test.each<readonly [string, Values, string]>([
  [
    "H.323 registration, and SIP over UDP",
    { "SIP UDP Mode": "On", "SIP UDP Port": "1719" },
    "H.323 registration 1719 and SIP UDP 1719",
  ],
  ["H.323 call signaling, and SIP over TLS", { "SIP TLS Port": "1720" }, "H.323 call signaling 1720 and SIP TLS 1720"],
  [
    "the range of H.323 call signaling, and SIP over TCP",
    { "SIP TCP Port": "15000" },
    "H.323 call signaling range 15000 to 19999 and SIP TCP 15000",
  ],
  [
    "SIP connections to others, and ephemeral ports",
    { "SIP TCP Outbound Port End": "30000" },
    "SIP TCP outbound 25000 to 30000 and Ephemeral 30000 to 35999",
  ],
  [
    "Assent, and H.460.18",
    { "Traversal Server H323 Assent CallSignaling Port": "2777" },
    "H.323 Assent call signaling 2777 and H.323 H.460.18 call signaling 2777",
  ],
  [
    "TURN requests, and SIP over UDP",
    { ...TURN, "SIP UDP Mode": "On", "SIP UDP Port": "3478" },
    "SIP UDP 3478 and TURN requests 3478",
  ],
  [
    "media, and TURN relays",
    { ...TURN, "Traversal Media Port End": "60001" },
    "Traversal media 36000 to 60001 and TURN relay media 60000 to 61799",
  ],
])("25018 is about %s", async (_functions, cause, between) => {
  peer = await WarnedPeer.start();
  peer.set(cause);
  expect(peer.warnings().filter((id) => id !== 30011)).toEqual([25018]);
  expect(peer.text(25018)).toBe(`Port conflict: There is a port conflict between ${between}`);
});

test.each<readonly [string, Values]>([
  ["one port over TCP and over UDP", { "SIP UDP Mode": "On" }],
  ["a function that is off", { "SIP UDP Mode": "Off", "SIP UDP Port": "1719" }],
  ["ranges that touch", { "SIP TCP Outbound Port End": "29999", "IP Ephemeral PortRange Start": "30000" }],
  ["TURN that is off", { "Traversal Media Port End": "60001" }],
  ["ports for DNS requests of one's own", { "IP DNS UseEphemeralPortRange": "Off" }],
])("25018 is not about %s", async (_what, values) => {
  peer = await WarnedPeer.start();
  peer.set(values);
  expect(peer.warnings()).toEqual([]);
});

test("25018 is not about firewall traversal on a product that has none", async () => {
  peer = await WarnedPeer.start({ product: "vcs-control" });
  peer.set({
    ...TURN,
    "Traversal Server H323 Assent CallSignaling Port": "2777",
    "SIP UDP Mode": "On",
    "SIP UDP Port": "3478",
    "Traversal Media Port End": "60001",
  });
  expect(peer.warnings()).not.toContain(25018);
});

test("25018 is about the range in which a large peer serves TURN requests, and not about the port of smaller ones", async () => {
  peer = await WarnedPeer.start({ platform: "large" });
  peer.set({ ...TURN, "SIP UDP Mode": "On", "SIP UDP Port": "3483" });
  expect(peer.text(25018)).toBe(
    "Port conflict: There is a port conflict between SIP UDP 3483 and TURN requests 3478 to 3483",
  );
  peer.set({ "Traversal Server TURN PortRangeEnd": "3482", "Traversal Server TURN Port": "3483" });
  expect(peer.warnings()).not.toContain(25018);
});

test("the evidence of 25018 has every conflict, its text the first", async () => {
  peer = await WarnedPeer.start();
  peer.set({ "SIP TCP Port": "1720", "SIP TLS Port": "1720" });
  expect(peer.text(25018)).toBe(
    "Port conflict: There is a port conflict between H.323 call signaling 1720 and SIP TCP 1720",
  );
  expect(peer.evidence(25018)?.facts).toEqual([
    "H.323 call signaling has TCP 1720, and SIP TCP has 1720",
    "H.323 call signaling has TCP 1720, and SIP TLS has 1720",
    "SIP TCP has TCP 1720, and SIP TLS has 1720",
  ]);
});
