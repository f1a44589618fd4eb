import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findCommand } from "../../../../emulator/peer/configuration/commands/commands.ts";
import { makeOptionKey } from "../../../../emulator/peer/calls/licensing/option-key.ts";
import { factoryReset, type FactoryResetAnswers } from "../../../../emulator/peer/maintenance/reset/factory-reset.ts";
import { Peer } from "../../../../emulator/peer/peer.ts";
import { IN_MEMORY } from "../../../../emulator/store/store.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { MemoryLog } from "../../../../emulator/world/log.ts";
import { createSimulatedWorld, type SimulatedWorld } from "../../../../emulator/world/world.ts";

const SERIAL = "0A1B2C3D";
const OPERATOR = { user: "root" };
const KEY = makeOptionKey("Y20", SERIAL) ?? "";

const NOTHING: FactoryResetAnswers = {
  keepOptionKeys: false,
  keepIpConfiguration: false,
  keepSshKeys: false,
  keepPasswords: false,
  saveLogFiles: false,
  replaceHardDisk: false,
};

let world: SimulatedWorld;
let log: MemoryLog;
let peer: Peer;

beforeEach(async () => {
  log = new MemoryLog();
  world = createSimulatedWorld({ seed: 1, log });
  peer = await Peer.powerOn(
    {
      identity: {
        serialNumber: SERIAL,
        softwareVersion: "X8.1",
        product: "expressway-e",
        platform: "medium",
        hardware: "virtual-machine",
      },
      address: "192.0.2.1",
      dataDirectory: IN_MEMORY,
      configuration: [
        { path: "SystemUnit Name", value: "expe1" },
        { path: "Ethernet 1 IP V4 Address", value: "192.0.2.77" },
        { path: "IP Gateway", value: "192.0.2.254" },
        { path: "Option 1 Key", value: KEY },
        { path: "Alternates Cluster Name", value: "cluster.example.com" },
        { path: "Bandwidth Default", value: "512" },
        { path: "Authentication Account Admin Account 1 Name", value: "eve" },
        { path: "Authentication Account Admin Account 1 Password", value: "secret" },
      ],
      surfaces: [() => ({ name: "a way in" })],
    },
    world,
  );
  await device().accounts.setPassword("admin", "other", OPERATOR);
});

afterEach(async () => {
  expect(log.errors).toEqual([]);
  await peer.powerOff();
});

function device() {
  if (!peer.device) throw new Error("the peer is down");
  return peer.device;
}

async function reset(answers: Partial<FactoryResetAnswers>): Promise<void> {
  const before = device();
  before.maintenance.request("factoryReset", OPERATOR, factoryReset({ ...NOTHING, ...answers }));
  await world.clock.advance(minutes(20) - 1);
  expect(peer.device).toBeUndefined();
  await world.clock.advance(2);
  expect(device()).not.toBe(before);
}

/** What of the peer's own is left. */
async function left(): Promise<unknown> {
  const { configuration, accounts, address } = device();
  return {
    address,
    gateway: configuration.get("IP Gateway"),
    key: configuration.get("Option 1 Key"),
    password: (await accounts.authenticate("admin", "other", "shell")) ? "other" : "as unpacked",
    lines: device()
      .log.newest(1000)
      .some((line) => line.includes("Factory Reset Requested")),
    changes: device()
      .log.newest(1000, "configuration")
      .some((line) => line.includes("to: '192.0.2.254'")),
  };
}

describe("G7.3 a factory reset", () => {
  const AS_UNPACKED = {
    address: "192.0.2.1",
    gateway: "127.0.0.1",
    key: "",
    password: "as unpacked",
    lines: false,
    changes: false,
  };

  it("brings a peer back as unpacked, without its default links", async () => {
    const keys = device().hostKeys;
    expect(await device().accounts.authenticate("eve", "secret", "web")).toBeDefined();
    await reset({});
    expect(await left()).toEqual(AS_UNPACKED);
    const { configuration, hostKeys, accounts, log: events } = device();
    expect(hostKeys).not.toEqual(keys);
    expect(await accounts.authenticate("root", "TANDBERG", "shell")).toBeDefined();
    expect(accounts.administrators().map(({ name }) => name)).toEqual(["admin"]);
    const set = [...configuration.allStored()].filter(({ value }) => value !== null).map(({ path }) => path);
    expect(set.filter((path) => !path.startsWith("Zones Policy SearchRules Rule 1 "))).toEqual([
      "Ethernet 1 IP V4 Address",
    ]);
    expect(events.newest(1000).join()).toContain('Event="Factory Reset"');
  });

  it.each([
    [{ keepOptionKeys: true }, { key: KEY }],
    [{ keepIpConfiguration: true }, { address: "192.0.2.77", gateway: "192.0.2.254" }],
    [{ keepPasswords: true }, { password: "other" }],
    [{ saveLogFiles: true }, { lines: true, changes: true }],
    [{ saveLogFiles: true, replaceHardDisk: true }, {}],
  ] satisfies [Partial<FactoryResetAnswers>, object][])("with %j keeps what was to be kept", async (answers, kept) => {
    await reset(answers);
    expect(await left()).toEqual({ ...AS_UNPACKED, ...kept });
  });

  it("keeps SSH keys that were to be kept", async () => {
    const keys = device().hostKeys;
    await reset({ keepSshKeys: true });
    expect(device().hostKeys).toEqual(keys);
  });

  it("G7.4 leaves the default links to DefaultLinksAdd", async () => {
    await reset({});
    const ids = (): number[] =>
      device()
        .alarms.standing()
        .map(({ type }) => type.id);
    expect(ids()).toEqual(expect.arrayContaining([45002, 45007, 45008]));
    const found = findCommand("DefaultLinksAdd");
    if (found.ok) await device().commands.run(found.command, [], OPERATOR);
    expect(ids().filter((id) => id >= 45_000)).toEqual([]);
  });

  it("is all or nothing when the power fails", async () => {
    for (const write of [1, 2, 3, 5, 8, 12, 1000]) {
      let left_ = write;
      const stop = peer.onStoreWrite(() => {
        if (--left_ === 0) peer.crash();
      });
      const before = device().configuration.get("SystemUnit Name");
      device().maintenance.request("factoryReset", OPERATOR, factoryReset(NOTHING));
      await world.clock.advance(minutes(25));
      stop();
      await peer.powerOn();
      const { configuration } = device();
      const whole = configuration.get("Bandwidth Default") === "512" && configuration.get("SystemUnit Name") === before;
      const reset_ = configuration.get("Bandwidth Default") === "384" && configuration.get("SystemUnit Name") === "";
      expect([whole, reset_]).toContain(true);
    }
  });
});
