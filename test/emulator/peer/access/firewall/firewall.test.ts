import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TurnClient, type TurnOutcome } from "../../../../../emulator/lab/relays/turn-client.ts";
import { TurnCredentials } from "../../../../../emulator/lab/relays/turn-credentials.ts";
import type { Device } from "../../../../../emulator/peer/device.ts";
import { makeOptionKey } from "../../../../../emulator/peer/calls/licensing/option-key.ts";
import { seconds } from "../../../../../emulator/world/duration.ts";
import { ADMIN } from "../../../surfaces/documents/simulated-device.ts";
import { startWebPeer, type WebPeer } from "../../../surfaces/web/web-peer.ts";
import { addRule, deleteRule, putInForce } from "./rules.ts";

const SERIAL_NUMBER = "0A1B2C3D";

let peer: WebPeer;
let device: Device;

beforeEach(async () => {
  peer = await startWebPeer();
  ({ device } = peer);
});
afterEach(() => peer.close());

const states = (): [string, string][] => device.firewall.listed.map(({ rule, state }) => [rule.Priority, state]);
const inForce = (): string[] => device.firewall.inForce.map(({ Priority }) => Priority);
const alarms = (): number[] => device.alarms.standing().map(({ type }) => type.id);

describe("the working copy", () => {
  test("marks what is new, changed and deleted, and what is in force stays until it is activated", async () => {
    await addRule(device, { Priority: "1" });
    await addRule(device, { Priority: "2" });
    await addRule(device, { Priority: "3" });
    expect(states()).toEqual([
      ["1", "Pending"],
      ["2", "Pending"],
      ["3", "Pending"],
    ]);
    expect(inForce()).toEqual([]);
    putInForce(device);
    expect(states().map(([, state]) => state)).toEqual(["", "", ""]);
    device.configuration.set([{ path: "Firewall Rule 2 Action", value: "Reject" }], ADMIN);
    await deleteRule(device, 3);
    // The place of a rule that waits to be deleted is not free yet.
    expect(await addRule(device, { Priority: "4" })).toEqual({ ok: true, values: { Id: 4 } });
    expect(states()).toEqual([
      ["1", ""],
      ["2", "Pending"],
      ["3", "Pending delete"],
      ["4", "Pending"],
    ]);
    expect(device.firewall.inForce.map(({ Priority, Action }) => `${Priority} ${Action}`)).toEqual([
      "1 Drop",
      "2 Drop",
      "3 Drop",
    ]);
    expect(device.firewall.revert(ADMIN).ok).toBe(true);
    expect(states()).toEqual([
      ["1", ""],
      ["2", ""],
      ["3", ""],
    ]);
  });

  test("swaps the priorities of neighbors, and not beyond the ends", async () => {
    await addRule(device, { Priority: "10", Description: "first" });
    await addRule(device, { Priority: "20", Description: "second" });
    await addRule(device, { Priority: "30", Description: "third" });
    const order = (): string[] => device.firewall.listed.map(({ rule }) => `${rule.Priority} ${rule.Description}`);
    expect(device.firewall.move(3, "up", ADMIN).ok).toBe(true);
    expect(order()).toEqual(["10 first", "20 third", "30 second"]);
    expect(device.firewall.move(1, "down", ADMIN).ok).toBe(true);
    expect(order()).toEqual(["10 third", "20 first", "30 second"]);
    expect(device.firewall.move(3, "up", ADMIN)).toMatchObject({ ok: false, reason: "rule 3 cannot be moved up" });
    expect(device.firewall.move(2, "down", ADMIN)).toMatchObject({ ok: false, reason: "rule 2 cannot be moved down" });
    expect(device.firewall.move(9, "down", ADMIN).ok).toBe(false);
  });

  test.each([
    [{ Address: "198.51.100.1", PrefixLength: "33" }, "33 is not allowed with the address 198.51.100.1: 0 to 32"],
    [{ StartPort: "80", EndPort: "79" }, "79 is below the start port, 80"],
    [{ Interface: "LAN2" }, "LAN2 is not allowed without the Advanced Networking option key: LAN1"],
    [{ Address: "198.51.100" }, /IPv4 or IPv6 address/],
    [{ StartPort: "0" }, /1 to 65535/i],
    [{ PrefixLength: "129" }, /0 to 128/i],
  ])("refuses %o", async (given, reason) => {
    const result = await addRule(device, given);
    expect(result).toMatchObject({ ok: false, reason: expect.stringMatching(reason) as unknown });
    expect(states()).toEqual([]);
  });

  test("takes an IPv6 prefix of 128, and ports of any order where they do not count", async () => {
    expect((await addRule(device, { Address: "2001:db8::1", PrefixLength: "128" })).ok).toBe(true);
    expect((await addRule(device, { Priority: "2", Service: "SSH", StartPort: "2", EndPort: "1" })).ok).toBe(true);
  });

  test("what is in force cannot be written past the activation", async () => {
    expect(device.configuration.set([{ path: "Firewall ActiveRule 1 Action", value: "Drop" }], ADMIN)).toMatchObject({
      ok: false,
      reason: "rules come into force by being activated and accepted",
    });
    await addRule(device);
    putInForce(device);
    expect(device.configuration.set([{ path: "Firewall ActiveRule 1 Action", value: null }], ADMIN).ok).toBe(false);
    expect(inForce()).toEqual(["10"]);
  });
});

describe("activation", () => {
  test("is a trial of 15 seconds, after which the earlier rules come back by themselves", async () => {
    await addRule(device, { Priority: "1" });
    putInForce(device);
    await addRule(device, { Priority: "2" });
    expect(device.firewall.activate()).toEqual({ ok: true });
    await peer.world.clock.advance(seconds(15) - 1);
    expect([inForce(), device.firewall.confirmationLeft]).toEqual([["1", "2"], 1]);
    await peer.world.clock.advance(1);
    expect([inForce(), device.firewall.confirmationLeft]).toEqual([["1"], undefined]);
    expect(states()).toEqual([
      ["1", ""],
      ["2", "Pending"],
    ]);
    expect(device.firewall.accept(ADMIN)).toMatchObject({ ok: false, reason: expect.stringContaining("time is over") });
  });

  test("that is accepted stays, through a restart as well; one that is not, ends with it", async () => {
    await addRule(device, { Priority: "1" });
    putInForce(device);
    await peer.world.clock.advance(seconds(60));
    await addRule(device, { Priority: "2" });
    device.firewall.activate();
    await peer.peer.powerOff();
    await peer.peer.powerOn();
    expect(peer.peer.device?.firewall.inForce.map(({ Priority }) => Priority)).toEqual(["1"]);
    expect(peer.peer.device?.firewall.listed.map(({ state }) => state)).toEqual(["", "Pending"]);
  });

  test("accepts what was activated, not what was edited meanwhile", async () => {
    await addRule(device, { Priority: "1" });
    device.firewall.activate();
    device.configuration.set([{ path: "Firewall Rule 1 Action", value: "Reject" }], ADMIN);
    expect(device.firewall.accept(ADMIN).ok).toBe(true);
    expect(device.firewall.inForce.map(({ Action }) => Action)).toEqual(["Drop"]);
    expect(states()).toEqual([["1", "Pending"]]);
  });

  test("of rules with one priority is refused, with 40034 until they differ", async () => {
    await addRule(device, { Priority: "7" });
    await addRule(device, { Priority: "7" });
    expect(alarms()).not.toContain(40034);
    expect(device.firewall.activate()).toEqual({ ok: false, reasons: ["several rules have the priority 7"] });
    expect([inForce(), alarms().includes(40034)]).toEqual([[], true]);
    device.configuration.set([{ path: "Firewall Rule 2 Priority", value: "8" }], ADMIN);
    expect(alarms()).not.toContain(40034);
    putInForce(device);
    expect(inForce()).toEqual(["7", "8"]);
  });

  test("of a rule for an interface that is gone is refused, with 40030 until the changes are reverted", async () => {
    const key = makeOptionKey("L", SERIAL_NUMBER) ?? "";
    device.configuration.set([{ path: "Option 1 Key", value: key }], ADMIN);
    await restart();
    expect((await addRule(device, { Interface: "LAN2" })).ok).toBe(true);
    device.configuration.set([{ path: "Option 1 Key", value: null }], ADMIN);
    await restart();
    expect(device.firewall.activate()).toMatchObject({
      ok: false,
      reasons: [expect.stringContaining("rule with priority 10: Interface: LAN2 is not allowed")],
    });
    expect(alarms()).toContain(40030);
    device.firewall.revert(ADMIN);
    expect(alarms()).not.toContain(40030);
  });
});

async function restart(): Promise<void> {
  await peer.peer.powerOff();
  await peer.peer.powerOn();
  if (!peer.peer.device) throw new Error("the peer is down");
  ({ device } = peer.peer);
}

test("a rule about TURN shuts relays to its range of addresses, and not to others", async () => {
  await peer.close();
  const key = makeOptionKey("I10", SERIAL_NUMBER) ?? "";
  peer = await startWebPeer({
    configuration: [
      { path: "Option 1 Key", value: key },
      { path: "Traversal Server TURN Mode", value: "On" },
      { path: "Authentication Credential 1 Name", value: "alice" },
      { path: "Authentication Credential 1 Password", value: "secret" },
    ],
  });
  ({ device } = peer);
  await addRule(device, { Address: "198.51.100.0", PrefixLength: "25", Service: "TURN" });
  putInForce(device);
  const outcomes: Record<string, TurnOutcome> = {};
  for (const address of ["198.51.100.7", "198.51.100.200"]) {
    const client = new TurnClient({
      world: peer.world,
      address,
      server: { address: device.address, port: 3478 },
      credentials: new TurnCredentials("alice", "secret"),
      peer: "198.51.100.250",
    });
    await client.allocate((outcome) => (outcomes[address] = outcome));
  }
  await peer.world.clock.advance(seconds(120));
  expect(outcomes["198.51.100.200"]).toMatchObject({ ok: true });
  expect(outcomes["198.51.100.7"]?.ok).not.toBe(true);
});
