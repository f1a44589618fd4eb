import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expectWarning } from "./expect-warning.ts";
import { WarnedPeer } from "./warned-peer.ts";

const TEXT =
  'Configuration warning: A subzone has a SIP media encryption mode of "Best effort" or "Force encrypted" but TLS is not enabled. TLS is required for encryption.';
const DEFAULT = "Zones LocalZone DefaultSubZone SIP Media Encryption Mode";
const OTHER = "Zones LocalZone SubZones SubZone 1 SIP Media Encryption Mode";

let peer: WarnedPeer;
beforeEach(async () => {
  peer = await WarnedPeer.start();
  await peer.command("SubZoneAdd", { SubZoneName: "Branch" });
});
afterEach(() => peer.stop());

describe.each([
  [DEFAULT, "the Default Subzone"],
  [OTHER, "subzone Branch"],
] as const)("without SIP over TLS %s", (item, name) => {
  test.each([
    ["BestEffort", "Best effort"],
    ["On", "Force encrypted"],
  ])("raises 45017 while it is %s", (mode, words) => {
    expectWarning(peer, {
      alarm: 45017,
      cause: { [item]: mode, "SIP TLS Mode": "Off", "SIP Mode": "On" },
      text: TEXT,
      facts: [`media encryption mode of ${name} is ${words}, and TLS mode of SIP is Off`],
      cures: [{ "SIP TLS Mode": "On" }, { [item]: "Auto" }, { [item]: "Off" }, { "SIP Mode": "Off" }],
    });
  });

  test.each(["Auto", "Off"])("raises nothing while it is %s", (mode) => {
    peer.set({ [item]: mode, "SIP TLS Mode": "Off" });
    expect(peer.warnings()).toEqual([]);
  });
});

test("all subzones that it is about are in the evidence of 45017, and one that is deleted is not", async () => {
  peer.set({ [DEFAULT]: "On", [OTHER]: "BestEffort", "SIP TLS Mode": "Off" });
  expect(peer.evidence(45017)?.facts).toEqual([
    "media encryption mode of the Default Subzone is Force encrypted, and TLS mode of SIP is Off",
    "media encryption mode of subzone Branch is Best effort, and TLS mode of SIP is Off",
  ]);
  peer.set({ [DEFAULT]: "Auto" });
  expect(peer.warnings()).toEqual([45017]);
  await peer.command("SubZoneDelete", { SubZoneId: "1" });
  expect(peer.warnings()).toEqual([]);
});
