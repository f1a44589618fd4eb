import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ItemPath } from "../../../../../emulator/model/configuration/index.ts";
import { intrusionCategories } from "../../../../../emulator/model/intrusion-categories.ts";
import type { Device } from "../../../../../emulator/peer/device.ts";
import { exemptAddress } from "../../../../../emulator/peer/access/protection/exempt-address.ts";
import { seconds } from "../../../../../emulator/world/duration.ts";
import { ADMIN } from "../../../surfaces/documents/simulated-device.ts";
import { startWebPeer, type WebPeer } from "../../../surfaces/web/web-peer.ts";

const GUESSER = "198.51.100.7";

let peer: WebPeer;
let device: Device;

beforeEach(async () => {
  peer = await startWebPeer();
  ({ device } = peer);
});
afterEach(() => peer.close());

function set(path: ItemPath, value: string): void {
  const result = device.configuration.set([{ path, value }], ADMIN);
  if (!result.ok) throw new Error(result.reason);
}

function protect(...words: readonly (typeof intrusionCategories)[number]["word"][]): void {
  set("IntrusionProtection Service Mode", "On");
  for (const word of words) set(`IntrusionProtection Category ${word} Mode`, "On");
}

function guess(times = 5, address = GUESSER): void {
  for (let time = 0; time < times; time++) device.protection.failed("ssh-auth", address);
}

const eventLines = (): string[] => device.log.newest(50).filter((line) => line.includes("Intrusion Protection"));

describe("what blocks", () => {
  test("nothing as unpacked, nor with the service or the category alone", () => {
    guess();
    set("IntrusionProtection Category SSHAuthorization Mode", "On");
    guess();
    set("IntrusionProtection Category SSHAuthorization Mode", "Off");
    set("IntrusionProtection Service Mode", "On");
    guess();
    expect(device.protection.blocked()).toEqual([]);
    set("IntrusionProtection Category SSHAuthorization Mode", "On");
    guess();
    expect(device.protection.blocked()).toMatchObject([{ address: GUESSER, remaining: seconds(600) }]);
  });

  test("the ports of the category only", () => {
    protect("SSHAuthorization", "WebLogin");
    guess();
    expect([22, 80, 443].map((port) => device.protection.drops(GUESSER, port))).toEqual([true, false, false]);
    for (let time = 0; time < 5; time++) device.protection.failed("web-auth", GUESSER);
    expect([22, 80, 443].map((port) => device.protection.drops(GUESSER, port))).toEqual([true, true, true]);
    expect(device.protection.drops("198.51.100.8", 22)).toBe(false);
  });

  test("by the rules of the category as they are at the time", async () => {
    protect("SSHAuthorization");
    set("IntrusionProtection Category SSHAuthorization TriggerLevel", "2");
    set("IntrusionProtection Category SSHAuthorization BlockDuration", "30");
    guess(2);
    set("IntrusionProtection Category SSHAuthorization BlockDuration", "3600");
    await peer.world.clock.advance(seconds(30));
    expect(device.protection.blocked()).toEqual([]);
    guess(2);
    expect(device.protection.blocked()[0]?.remaining).toBe(seconds(3600));
  });

  test("and is logged under the product's names, with the end of it", async () => {
    protect("SSHAuthorization");
    guess();
    expect(eventLines()[0]).toContain(
      `fail2ban: Event="Intrusion Protection Blocking" Category="ssh-auth" Src-ip="${GUESSER}" Detail="SSH authorization failure: 5 failures, blocked for 600 seconds"`,
    );
    await peer.world.clock.advance(seconds(600));
    expect(eventLines()[0]).toContain(
      `Event="Intrusion Protection Unblocking" Category="ssh-auth" Src-ip="${GUESSER}" Detail="SSH authorization failure: Block duration expired"`,
    );
  });
});

describe("exemptions", () => {
  const exempt = (address: string, prefixLength: string): void => {
    set("IntrusionProtection Exemption 1 Address", address);
    set("IntrusionProtection Exemption 1 PrefixLength", prefixLength);
  };

  test("keep a range of addresses from being counted", () => {
    protect("SSHAuthorization");
    exempt("198.51.100.0", "24");
    guess(50);
    guess(5, "198.51.101.7");
    expect(device.protection.blocked().map(({ address }) => address)).toEqual(["198.51.101.7"]);
    expect(device.protection.guarded.map(({ guard }) => guard.totals.failures)).toEqual([0, 5, 0]);
  });

  test("hold for the categories that they name", () => {
    protect("SSHAuthorization");
    exempt(GUESSER, "32");
    set("IntrusionProtection Exemption 1 SSHAuthorization", "Off");
    guess();
    expect(device.protection.blocked()).toHaveLength(1);
  });

  test("do not lift a block that stands", () => {
    protect("SSHAuthorization");
    guess();
    exempt(GUESSER, "32");
    expect(device.protection.drops(GUESSER, 22)).toBe(true);
  });

  test("of one address are one row, whatever categories come to it", () => {
    const { configuration } = device;
    expect(exemptAddress(configuration, "SSHAuthorization", GUESSER, ADMIN).ok).toBe(true);
    expect(exemptAddress(configuration, "WebLogin", GUESSER, ADMIN).ok).toBe(true);
    expect(configuration.rows.of("IntrusionProtection Exemption")).toEqual([1]);
    expect(
      intrusionCategories
        .filter(({ word }) => configuration.isOn(`IntrusionProtection Exemption 1 ${word}`))
        .map(({ word }) => word),
    ).toEqual(["SSHAuthorization", "WebLogin"]);
  });
});

test("turning the service on again resets what was counted; a restart forgets the blocks", async () => {
  protect("SSHAuthorization");
  guess();
  set("IntrusionProtection Service Mode", "Off");
  expect(device.protection.drops(GUESSER, 22)).toBe(false);
  protect();
  expect(device.protection.guarded.map(({ guard }) => guard.totals.failures)).toEqual([0, 0, 0]);
  guess();
  expect(device.protection.drops(GUESSER, 22)).toBe(true);
  await peer.peer.powerOff();
  await peer.peer.powerOn();
  expect(peer.peer.device?.protection.serviceOn).toBe(true);
  expect(peer.peer.device?.protection.blocked()).toEqual([]);
});

test("status tells of the categories that are active", () => {
  const read = () => device.status.values("IntrusionProtection");
  expect(read()).toEqual({ Service: { State: "Down", ActiveCategories: 0 }, Category: new Map() });
  protect("SSHAuthorization", "WebLogin", "SIPAuthentication");
  guess(7);
  guess(2, "198.51.100.8");
  expect(read()).toEqual({
    Service: { State: "Up", ActiveCategories: 2 },
    Category: new Map([
      [1, { Name: "ssh-auth", TotalBans: 1, CurrentBans: 1, TotalFails: 9, CurrentFails: 2 }],
      [2, { Name: "web-auth", TotalBans: 0, CurrentBans: 0, TotalFails: 0, CurrentFails: 0 }],
    ]),
  });
});
