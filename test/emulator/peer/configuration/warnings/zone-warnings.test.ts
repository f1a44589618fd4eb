import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expectWarning } from "./expect-warning.ts";
import { type Values, WarnedPeer } from "./warned-peer.ts";

let peer: WarnedPeer;
beforeEach(async () => {
  peer = await WarnedPeer.start();
  // The fallback of a DNS zone is UDP, which is off on a peer as unpacked.
  peer.set({ "SIP UDP Mode": "On" });
});
afterEach(() => peer.stop());

const addZone = (name: string, type: string): Promise<void> => peer.command("ZoneAdd", { ZoneName: name, Type: type });

const encryption = (type: "Neighbor" | "TraversalClient" | "TraversalServer" | "DNS") =>
  `Zones Zone 1 ${type} SIP Media Encryption Mode` as const;

describe("forced media encryption beside H.323 (45014)", () => {
  describe.each(["Neighbor", "TraversalClient", "TraversalServer", "DNS"] as const)("in a %s zone", (type) => {
    test.each([
      ["On", "Force encrypted"],
      ["Off", "Force unencrypted"],
    ])("is warned of: %s", async (mode, words) => {
      await addZone("Far", type);
      expectWarning(peer, {
        alarm: 45014,
        cause: {
          [encryption(type)]: mode,
          "Zones Zone 1 H323 Mode": "On",
          "Zones Zone 1 SIP Mode": "On",
          "H323 Mode": "On",
          "SIP Mode": "On",
        },
        text: 'Configuration warning: H.323 is enabled in a zone with a SIP media encryption mode of "Force encrypted" or "Force unencrypted"',
        facts: [`media encryption mode of zone Far is ${words}, and its H.323 mode On`],
        cures: [
          { "Zones Zone 1 H323 Mode": "Off" },
          { "Zones Zone 1 SIP Mode": "Off" },
          { [encryption(type)]: "Auto" },
          { [encryption(type)]: "BestEffort" },
          { "H323 Mode": "Off" },
          { "SIP Mode": "Off" },
        ],
      });
    });

    test("is warned of no more when the zone is gone", async () => {
      await addZone("Far", type);
      peer.set({ [encryption(type)]: "On" });
      expect(peer.warnings()).toEqual([45014]);
      await peer.command("ZoneDelete", { ZoneId: "1" });
      expect(peer.warnings()).toEqual([]);
    });
  });

  test("means nothing where the mode is one of another type of zone", async () => {
    await addZone("Far", "Neighbor");
    peer.set({ [encryption("TraversalClient")]: "On", [encryption("DNS")]: "Off" });
    expect(peer.warnings()).toEqual([]);
  });
});

describe("media encryption without TLS (45016)", () => {
  const TEXT =
    'Configuration warning: A zone has a SIP media encryption mode of "Best effort" or "Force encrypted" but the transport is not TLS. TLS is required for encryption.';
  const SIP_ALONE: Values = { "Zones Zone 1 H323 Mode": "Off", "Zones Zone 1 SIP Mode": "On", "SIP Mode": "On" };

  describe.each([
    ["Neighbor", "UDP"],
    ["Neighbor", "TCP"],
    ["TraversalClient", "TCP"],
    ["TraversalServer", "TCP"],
  ] as const)("in a %s zone with transport %s", (type, transport) => {
    test.each([
      ["BestEffort", "Best effort"],
      ["On", "Force encrypted"],
    ])("is warned of: %s", async (mode, words) => {
      await addZone("Far", type);
      const transportItem = `Zones Zone 1 ${type} SIP Transport` as const;
      expectWarning(peer, {
        alarm: 45016,
        cause: { ...SIP_ALONE, [encryption(type)]: mode, [transportItem]: transport },
        text: TEXT,
        facts: [`media encryption mode of zone Far is ${words}, and its transport ${transport}`],
        cures: [
          { [transportItem]: "TLS" },
          { [encryption(type)]: "Auto" },
          { [encryption(type)]: "Off" },
          { "Zones Zone 1 SIP Mode": "Off" },
          { "SIP Mode": "Off" },
        ],
      });
    });
  });

  test("is nothing of a DNS zone, whose transport is a fallback", async () => {
    await addZone("Far", "DNS");
    peer.set({ ...SIP_ALONE, [encryption("DNS")]: "On" });
    expect(peer.warnings()).toEqual([]);
  });
});

describe("a fallback transport that SIP does not go over (45018)", () => {
  const text = (zone: string, protocol: string): string =>
    `Configuration warning: DNS zones (including ${zone}) have their SIP default transport protocol set to ${protocol}, but that protocol is disabled system-wide`;

  test.each(["UDP", "TCP", "TLS"] as const)("is warned of: %s", async (protocol) => {
    await addZone("Everybody", "DNS");
    peer.set({ "SIP UDP Mode": "On" });
    const others = { UDP: "TLS", TCP: "TLS", TLS: "TCP" } as const;
    expectWarning(peer, {
      alarm: 45018,
      cause: {
        "SIP Mode": "On",
        [`SIP ${protocol} Mode`]: "Off",
        "Zones Zone 1 SIP Mode": "On",
        "Zones Zone 1 DNS SIP Default Transport": protocol,
      },
      text: text("Everybody", protocol),
      facts: [`fallback transport protocol of zone Everybody is ${protocol}, and ${protocol} mode of SIP is Off`],
      cures: [
        { [`SIP ${protocol} Mode`]: "On" },
        { "Zones Zone 1 DNS SIP Default Transport": others[protocol] },
        { "Zones Zone 1 SIP Mode": "Off" },
        { "SIP Mode": "Off" },
      ],
    });
  });

  test("names the first zone of several, and follows it when that one is mended", async () => {
    await addZone("One", "DNS");
    await addZone("Other", "DNS");
    peer.set({ "SIP UDP Mode": "Off", "SIP TCP Mode": "Off", "Zones Zone 2 DNS SIP Default Transport": "TCP" });
    expect(peer.text(45018)).toBe(text("One", "UDP"));
    expect(peer.evidence(45018)?.facts).toHaveLength(2);
    peer.set({ "Zones Zone 1 DNS SIP Default Transport": "TLS" });
    expect(peer.text(45018)).toBe(text("Other", "TCP"));
  });

  test("is nothing of a zone of another type", async () => {
    await addZone("Far", "Neighbor");
    peer.set({ "SIP TCP Mode": "Off", "Zones Zone 1 DNS SIP Default Transport": "TCP" });
    expect(peer.warnings()).toEqual([]);
  });
});
