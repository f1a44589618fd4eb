import { afterEach, describe, expect, test } from "vitest";
import { products } from "../../../../../emulator/peer/core/identity.ts";
import { expectWarning } from "./expect-warning.ts";
import { type Values, WarnedPeer } from "./warned-peer.ts";

let peer: WarnedPeer;
afterEach(() => peer.stop());

describe.each(products)("the protocols of %s", (product) => {
  test("raise 45003 while both are off", async () => {
    peer = await WarnedPeer.start({ product });
    expectWarning(peer, {
      alarm: 45003,
      cause: { "H323 Mode": "Off", "SIP Mode": "Off" },
      text: "Configuration warning: H.323 and SIP modes are set to Off; one or both of them should be enabled",
      facts: ["H.323 mode is Off", "SIP mode is Off"],
      cures: [{ "H323 Mode": "On" }, { "SIP Mode": "On" }],
    });
  });

  const TEXT =
    "Configuration warning: The Default Zone access rules are enabled, but leaving SIP over UDP or SIP over TCP enabled offers a way to circumvent this security feature";
  const RULES: Values = { "Zones DefaultZone AccessRules Mode": "On" };

  test.each([
    ["UDP", { "SIP UDP Mode": "On", "SIP TCP Mode": "Off" }, ["UDP mode of SIP is On"], [{ "SIP UDP Mode": "Off" }]],
    ["TCP", { "SIP UDP Mode": "Off", "SIP TCP Mode": "On" }, ["TCP mode of SIP is On"], [{ "SIP TCP Mode": "Off" }]],
    [
      "both",
      { "SIP UDP Mode": "On", "SIP TCP Mode": "On" },
      ["UDP mode of SIP is On", "TCP mode of SIP is On"],
      [{ "SIP UDP Mode": "Off", "SIP TCP Mode": "Off" }],
    ],
  ] as const)("raise 40033 beside access rules: SIP over %s", async (_over, modes, facts, mended) => {
    peer = await WarnedPeer.start({ product });
    peer.set(modes);
    expectWarning(peer, {
      alarm: 40033,
      cause: { ...RULES, ...modes, "SIP Mode": "On" },
      text: TEXT,
      facts: ["Use Default Zone access rules is Yes", ...facts],
      cures: [...mended, { "Zones DefaultZone AccessRules Mode": "Off" }, { "SIP Mode": "Off" }],
    });
  });
});

test("one of the protocols is enough", async () => {
  peer = await WarnedPeer.start();
  peer.set({ "SIP Mode": "Off" });
  expect(peer.warnings()).toEqual([]);
  peer.set({ "SIP Mode": "On", "H323 Mode": "Off" });
  expect(peer.warnings()).toEqual([]);
});

test("access rules go together with SIP over TLS alone", async () => {
  peer = await WarnedPeer.start();
  peer.set({ "Zones DefaultZone AccessRules Mode": "On", "SIP TCP Mode": "Off" });
  expect(peer.warnings()).toEqual([]);
});
