import { afterEach, beforeEach, expect, test } from "vitest";
import { seconds } from "../../../../emulator/world/duration.ts";
import { startRestPeer, type RestPeer } from "./rest-peer.ts";

const RULES = "common/firewallrules/configuration";
const ACTIVE = "common/current/active/firewallrules";
const ACTIVATION = "common/firewallrules/activation";

let peer: RestPeer;
beforeEach(async () => {
  peer = await startRestPeer();
});
afterEach(() => peer.close());

const rule = { Priority: 10, Address: "198.51.100.0", PrefixLength: 24, Service: "SSH", Action: "Drop" };

const operate = (Operation: string): Promise<void> => peer.done("POST", ACTIVATION, { Operation });

test("rules are made, changed one member at a time, and deleted", async () => {
  await peer.done("POST", RULES, rule);
  expect(await peer.get(RULES)).toEqual([{ ...rule, Interface: "LAN1", Description: "" }]);
  const changes: readonly [string, unknown][] = [
    ["Description", "no shell"],
    ["Action", "Reject"],
    ["PrefixLength", 25],
    ["Address", "198.51.100.128"],
    ["Service", "Custom"],
    ["Transport", "UDP"],
    ["EndPort", 5010],
    ["StartPort", 5000],
    ["Interface", "LAN1"],
  ];
  for (const [member, value] of changes) {
    await peer.done("PUT", RULES, { Priority: 10, [member]: value });
    const [only] = await peer.get<Record<string, unknown>[]>(`${RULES}/priority/10`);
    expect(only?.[member]).toBe(value);
  }
  await peer.done("PUT", RULES, { Priority: 10, New_Priority: 20 });
  expect(peer.device.configuration.read("Firewall Rule 1 Priority")).toBe("20");
  await peer.done("DELETE", RULES, { Priority: 20 });
  expect(await peer.get(RULES)).toEqual([]);
});

test.each([
  [{ PrefixLength: 33 }, "PrefixLength: 33 is not allowed with the address 198.51.100.0: 0 to 32"],
  [{ Interface: "LAN2" }, "Interface: LAN2 is not allowed without the Advanced Networking option key: LAN1"],
  [{ Service: "Custom", StartPort: 9, EndPort: 8 }, "EndPort: 8 is below the start port, 9"],
  [{ Address: "nowhere" }, /^Address: "nowhere" is not allowed/],
])("a rule with %o is refused", async (members, reason) => {
  const [status, message] = await peer.refused("POST", RULES, { ...rule, ...members });
  expect(status).toBe(400);
  expect(message).toEqual(expect.stringMatching(reason));
  expect(await peer.get(RULES)).toEqual([]);
});

test("activation is a trial until it is accepted, and the active rules are read", async () => {
  expect(await peer.get(ACTIVATION)).toEqual({ State: "Active" });
  await peer.done("POST", RULES, rule);
  expect(await peer.get(ACTIVATION)).toEqual({ State: "Pending" });
  await operate("Activate");
  await peer.web.world.clock.advance(seconds(5));
  expect(await peer.get(ACTIVATION)).toEqual({ State: "Confirmation", SecondsLeft: 10 });
  await operate("Accept");
  expect(await peer.get(ACTIVATION)).toEqual({ State: "Active" });
  expect(await peer.get(ACTIVE)).toEqual([{ ...rule, Interface: "LAN1", Description: "" }]);
  expect((await peer.refused("POST", ACTIVE, rule))[0]).toBe(405);
});

test("rolling back, reverting and mistakes say what came of them", async () => {
  await peer.done("POST", RULES, rule);
  await operate("Activate");
  await operate("Rollback");
  expect(await peer.get(ACTIVATION)).toEqual({ State: "Pending" });
  for (const Operation of ["Rollback", "Accept"])
    expect(await peer.refused("PUT", ACTIVATION, { Operation })).toEqual([400, expect.stringContaining("none were")]);
  await operate("Revert");
  expect(await peer.get(RULES)).toEqual([]);
  expect(await peer.refused("POST", ACTIVATION, { Operation: "Start" })).toEqual([
    400,
    'Operation: "Start" is not allowed: one of Activate, Accept, Rollback, Revert',
  ]);
  expect((await peer.refused("POST", ACTIVATION, {}))[1]).toBe("members are missing: Operation");
});
