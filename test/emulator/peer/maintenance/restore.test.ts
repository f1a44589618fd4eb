import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeOptionKey } from "../../../../emulator/peer/calls/licensing/option-key.ts";
import type { Change } from "../../../../emulator/peer/core/configuration-change.ts";
import type { Device } from "../../../../emulator/peer/device.ts";
import { Peer } from "../../../../emulator/peer/peer.ts";
import { IN_MEMORY } from "../../../../emulator/store/store.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { MemoryLog } from "../../../../emulator/world/log.ts";
import { createSimulatedWorld, type SimulatedWorld } from "../../../../emulator/world/world.ts";

const OPERATOR = { user: "admin" };

let world: SimulatedWorld;
let log: MemoryLog;
const peers: Peer[] = [];

beforeEach(() => {
  log = new MemoryLog();
  world = createSimulatedWorld({ seed: 1, log });
});

afterEach(async () => {
  expect(log.errors).toEqual([]);
  for (const peer of peers.splice(0)) await peer.powerOff();
});

async function start(
  serialNumber: string,
  configuration: readonly Change[] = [],
  softwareVersion = "X8.1",
): Promise<Peer> {
  const peer = await Peer.powerOn(
    {
      identity: {
        serialNumber,
        softwareVersion,
        product: "expressway-e",
        platform: "medium",
        hardware: "virtual-machine",
      },
      address: `192.0.2.${peers.length + 1}`,
      dataDirectory: IN_MEMORY,
      configuration: [
        { path: "SystemUnit Name", value: `name ${serialNumber}` },
        { path: "Option 1 Key", value: makeOptionKey("Y20", serialNumber) ?? "" },
        ...configuration,
      ],
      surfaces: [() => ({ name: "a way in" })],
    },
    world,
  );
  peers.push(peer);
  return peer;
}

function deviceOf(peer: Peer): Device {
  if (!peer.device) throw new Error("the peer is down");
  return peer.device;
}

const set = (peer: Peer, path: string, value: string): unknown =>
  deviceOf(peer).configuration.set([{ path, value }], OPERATOR);

async function backUp(peer: Peer): Promise<Uint8Array> {
  const made = await deviceOf(peer).backups.create("", "", OPERATOR);
  if (!made.ok) throw new Error(made.reason);
  return made.bytes;
}

async function restore(peer: Peer, file: Uint8Array): Promise<readonly string[]> {
  const offered = await deviceOf(peer).backups.offer(file, "", OPERATOR);
  if (!offered.ok) throw new Error(offered.reason);
  const accepted = deviceOf(peer).backups.accept(offered.id, OPERATOR);
  if (!accepted.ok) throw new Error(accepted.reason);
  deviceOf(peer).maintenance.request("restart", OPERATOR, accepted.rebuild);
  await world.clock.advance(minutes(4));
  return offered.warnings;
}

/** Everything that a backup is to bring back. */
const everything = (peer: Peer): unknown => {
  const { configuration, certificates } = deviceOf(peer);
  const items = [...configuration.allStored()].filter(({ value }) => value !== null);
  return {
    items: items.map(({ path, value }) => `${path}: ${value}`).toSorted(),
    digest: configuration.digest.text,
    certificate: certificates.server,
  };
};

describe("G3.2 a restore on the same system", () => {
  it("brings everything back, accounts among it, and keeps the log", async () => {
    const peer = await start("0000000A", [{ path: "Bandwidth Default", value: "512" }]);
    await deviceOf(peer).accounts.setPassword("admin", "then", OPERATOR);
    deviceOf(peer).accounts.add({ Name: "eve", Password: "secret", AccessLevel: "ReadOnly" }, OPERATOR);
    const before = everything(peer);
    const file = await backUp(peer);
    await deviceOf(peer).accounts.setPassword("admin", "now", OPERATOR);
    deviceOf(peer).accounts.remove(["eve"], OPERATOR);
    set(peer, "Bandwidth Default", "768");
    set(peer, "SystemUnit Name", "other");
    set(peer, "Zones Zone 1 Name", "Office");
    expect(await restore(peer, file)).toEqual([]);
    expect(everything(peer)).toEqual(before);
    // Administrator Guide: the password of the backup is asked for.
    expect(await deviceOf(peer).accounts.authenticate("admin", "then", "shell")).toBeDefined();
    expect(await deviceOf(peer).accounts.authenticate("admin", "now", "shell")).toBeUndefined();
    expect(await deviceOf(peer).accounts.authenticate("eve", "secret", "web")).toMatchObject({ access: "ReadOnly" });
    const lines = deviceOf(peer).log.newest(1000).join();
    for (const event of [
      "Beginning System Backup",
      "Completed System Backup",
      "Beginning System Restore",
      "Completed System Restore",
    ])
      expect(lines).toContain(`Event="${event}"`);
  });

  it("takes over the cluster name and key, and stays stand-alone", async () => {
    const peer = await start("0000000A", [
      { path: "Alternates Cluster Name", value: "cluster.example.com" },
      { path: "Alternates Cluster PreSharedKey", value: "secret" },
      { path: "Alternates ConfigurationPrimary", value: "2" },
      { path: "Alternates Peer 1 Address", value: "192.0.2.9" },
      { path: "Alternates Peer 2 Address", value: "192.0.2.1" },
    ]);
    const file = await backUp(peer);
    for (const [path, value] of [
      ["Cluster Name", "alone"],
      ["Cluster PreSharedKey", ""],
      ["ConfigurationPrimary", "1"],
      ["Peer 1 Address", ""],
      ["Peer 2 Address", ""],
    ] as const)
      set(peer, `Alternates ${path}`, value);
    // Until it has restarted it is a member still.
    expect(await deviceOf(peer).backups.offer(file, "", OPERATOR)).toMatchObject({ ok: false });
    deviceOf(peer).maintenance.request("restart", OPERATOR);
    await world.clock.advance(minutes(4));
    await restore(peer, file);
    const { settings, clustered } = deviceOf(peer).cluster;
    expect([clustered, settings.name, settings.preSharedKey, settings.peers, settings.primary]).toEqual([
      false,
      "cluster.example.com",
      "secret",
      [],
      1,
    ]);
  });

  it("that the power cuts off never happened, or has", async () => {
    const peer = await start("0000000A", [{ path: "Bandwidth Default", value: "512" }]);
    const file = await backUp(peer);
    const outcomes = new Set<string>();
    for (let write = 1; write < 400; write += 23) {
      set(peer, "Bandwidth Default", "768");
      set(peer, "SystemUnit Name", "other");
      const offered = await deviceOf(peer).backups.offer(file, "", OPERATOR);
      const accepted = deviceOf(peer).backups.accept(offered.ok ? offered.id : "", OPERATOR);
      if (!accepted.ok) throw new Error(accepted.reason);
      let left = write;
      const stop = peer.onStoreWrite(() => {
        if (--left === 0) peer.crash();
      });
      deviceOf(peer).maintenance.request("restart", OPERATOR, accepted.rebuild);
      await world.clock.advance(minutes(4));
      stop();
      await peer.powerOn();
      const { configuration } = deviceOf(peer);
      outcomes.add(`${configuration.get("Bandwidth Default")} ${configuration.get("SystemUnit Name")}`);
    }
    expect(outcomes).toEqual(new Set(["768 other", "512 name 0000000A"]));
  });
});

describe("a restore of another system's backup", () => {
  it("warns, and leaves option keys and addresses as they are", async () => {
    const one = await start("0000000A", [{ path: "Bandwidth Default", value: "512" }]);
    const other = await start("0000000B");
    const key = deviceOf(other).configuration.get("Option 1 Key");
    const warnings = await restore(other, await backUp(one));
    expect(warnings).toEqual([expect.stringContaining("0000000A")]);
    const { configuration, address } = deviceOf(other);
    expect([address, configuration.get("Option 1 Key")]).toEqual(["192.0.2.2", key]);
    expect([configuration.get("Bandwidth Default"), configuration.get("SystemUnit Name")]).toEqual([
      "512",
      "name 0000000A",
    ]);
  });
});

describe("a restore is refused", () => {
  it.each([["of another software version", "X8.1.1", [], /X8\.1\.1; this system runs X8\.1$/]] as const)(
    "%s",
    async (_what, version, configuration, reason) => {
      const one = await start("0000000A", configuration, version);
      const other = await start("0000000B");
      const before = everything(other);
      expect(await deviceOf(other).backups.offer(await backUp(one), "", OPERATOR)).toMatchObject({
        ok: false,
        reason: expect.stringMatching(reason) as string,
      });
      expect(everything(other)).toEqual(before);
      expect(deviceOf(other).log.newest(1)[0]).toContain('Event="System Restore Error"');
    },
  );

  it("while peers are configured, when it is offered and when it is accepted", async () => {
    const peer = await start("0000000A");
    const file = await backUp(peer);
    const offered = await deviceOf(peer).backups.offer(file, "", OPERATOR);
    set(peer, "Alternates Peer 1 Address", "192.0.2.1");
    const clustered = { ok: false, reason: expect.stringContaining("part of a cluster") as string };
    expect(deviceOf(peer).backups.accept(offered.ok ? offered.id : "", OPERATOR)).toMatchObject(clustered);
    expect(await deviceOf(peer).backups.offer(file, "", OPERATOR)).toMatchObject(clustered);
  });

  it("for a word that nobody gave, and for one given twice", async () => {
    const peer = await start("0000000A");
    const { backups } = deviceOf(peer);
    expect(backups.accept("", OPERATOR)).toMatchObject({ ok: false });
    const offered = await backups.offer(await backUp(peer), "", OPERATOR);
    const id = offered.ok ? offered.id : "";
    expect(backups.accept(id, OPERATOR)).toMatchObject({ ok: true });
    expect(backups.accept(id, OPERATOR)).toMatchObject({ ok: false });
  });

  it("without a file", async () => {
    const peer = await start("0000000A");
    expect(await deviceOf(peer).backups.offer(new Uint8Array(), "", OPERATOR)).toMatchObject({
      ok: false,
      reason: "choose the backup file to restore",
    });
  });
});
