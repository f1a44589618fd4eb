import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeReleaseKey } from "../../../../../emulator/peer/calls/licensing/release-key.ts";
import { factoryReset } from "../../../../../emulator/peer/maintenance/reset/factory-reset.ts";
import { purgeDatabase } from "../../../../../emulator/peer/maintenance/reset/purge-database.ts";
import type { RestartKind } from "../../../../../emulator/peer/maintenance/going-down.ts";
import { makeImage } from "../../../../../emulator/peer/maintenance/upgrade/image.ts";
import { Peer } from "../../../../../emulator/peer/peer.ts";
import { IN_MEMORY } from "../../../../../emulator/store/store.ts";
import { minutes } from "../../../../../emulator/world/duration.ts";
import { MemoryLog } from "../../../../../emulator/world/log.ts";
import { createSimulatedWorld, type SimulatedWorld } from "../../../../../emulator/world/world.ts";

const SERIAL = "0A1B2C3D";
const OPERATOR = { user: "admin" };
const VALID = makeReleaseKey(SERIAL, "X8.1");

describe("a release key", () => {
  const number = fc.nat(99);
  const serialNumber = fc.stringMatching(/^[0-9A-F]{8}$/);

  it("is 16 characters, for a serial number and a major version, whatever the minor one", () => {
    fc.assert(
      fc.property(serialNumber, serialNumber, number, number, number, number, (serial, other, major, next, a, b) => {
        const key = makeReleaseKey(serial, `X${major}.${a}`);
        expect(key).toMatch(/^[0-9A-F]{16}$/);
        expect(makeReleaseKey(serial, `X${major}.${b}.${a}`)).toBe(key);
        expect(makeReleaseKey(serial, `X${next}.${a}`) === key).toBe(next === major);
        expect(makeReleaseKey(other, `X${major}.${a}`) === key).toBe(other === serial);
      }),
    );
  });
});

describe("of a peer", () => {
  let world: SimulatedWorld;
  let log: MemoryLog;
  let peer: Peer;

  const start = async (releaseKey?: string): Promise<void> => {
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
        ...(releaseKey !== undefined && { releaseKey }),
      },
      world,
    );
  };

  beforeEach(() => {
    log = new MemoryLog();
    world = createSimulatedWorld({ seed: 1, log });
  });

  afterEach(async () => {
    expect(log.errors).toEqual([]);
    await peer.powerOff();
  });

  function device() {
    if (!peer.device) throw new Error("the peer is down");
    return peer.device;
  }

  const alarms = (): number[] =>
    device()
      .alarms.standing()
      .map(({ type }) => type.id)
      .filter((id) => id === 30006 || id === 30008)
      .toSorted((a, b) => a - b);

  const again = async (kind: RestartKind): Promise<void> => {
    device().maintenance.request(kind, OPERATOR);
    await world.clock.advance(minutes(6));
  };

  const install = async (version: string, releaseKey: string): Promise<void> => {
    const offered = await device().upgrade.offer("image.tar.gz", await makeImage(version), OPERATOR, releaseKey);
    if (!offered.ok) throw new Error(offered.reason);
    expect(device().upgrade.accept(offered.id, OPERATOR)).toEqual({ ok: true });
    await world.clock.advance(minutes(11));
  };

  it("is valid unless something else is told", async () => {
    await start();
    expect(device().releaseKey.text).toBe(VALID);
    expect(alarms()).toEqual([]);
  });

  it("raises 30008 when it was made for another serial number, and keeps doing so over restarts", async () => {
    const other = makeReleaseKey("FFFFFFFF", "X8.1");
    await start(other);
    expect(alarms()).toEqual([30008]);
    await again("restart");
    expect(alarms()).toEqual([30008]);
    expect(
      device()
        .alarms.standing()
        .find(({ type }) => type.id === 30008)?.evidence?.facts,
    ).toEqual([
      `the release key was ${other} at the last restart`,
      `it is not the one of serial number ${SERIAL} for X8.1`,
    ]);
  });

  it("counts from the next restart on, with 30006 until then", async () => {
    await start("wrong");
    expect(device().releaseKey.enter(` ${VALID} `, OPERATOR)).toEqual({ ok: true, value: VALID });
    expect(alarms()).toEqual([30006, 30008]);
    expect(device().releaseKey.enter("wrong", OPERATOR).ok).toBe(true);
    expect(alarms()).toEqual([30008]);
    device().releaseKey.enter(VALID, OPERATOR);
    await again("restart");
    expect(alarms()).toEqual([]);
    expect(device().releaseKey.text).toBe(VALID);
  });

  it.each([
    ["", "too short: 1 to 90 characters"],
    ["x".repeat(91), "too long: 1 to 90 characters"],
    ["a\nb", "no control characters"],
  ])("that is no text is refused: %j", async (text, reason) => {
    await start();
    const entered = device().releaseKey.enter(text, OPERATOR);
    expect(entered).toEqual({ ok: false, reason: expect.stringContaining(reason) as string });
    expect(device().releaseKey.text).toBe(VALID);
  });

  it("stays with a minor version, and a major one needs another", async () => {
    await start();
    await install("X8.5", "");
    await again("reboot");
    expect([device().identity.softwareVersion, alarms()]).toEqual(["X8.5", []]);
    await install("X9.0", "");
    await again("reboot");
    expect([device().identity.softwareVersion, alarms()]).toEqual(["X9.0", [30008]]);
  });

  it("that comes with an upgrade takes its place with the reboot that starts the new software", async () => {
    await start();
    const key = makeReleaseKey(SERIAL, "X9.0");
    await install("X9.0", key);
    await again("restart");
    expect([device().releaseKey.text, alarms()]).toEqual([VALID, []]);
    await again("reboot");
    expect([device().releaseKey.text, alarms()]).toEqual([key, []]);
  });

  it("of an upgrade that is no text ends it before anything has changed", async () => {
    await start();
    const offered = await device().upgrade.offer("image", await makeImage("X9.0"), OPERATOR, "x".repeat(91));
    expect(offered).toEqual({ ok: false, reason: expect.stringMatching(/^release key: .*1 to 90/) as string });
  });

  it("is kept by a factory reset and by a purge of the database", async () => {
    await start("wrong");
    const NOTHING = { keepOptionKeys: false, keepIpConfiguration: false, keepSshKeys: false, keepPasswords: false };
    const reset = factoryReset({ ...NOTHING, saveLogFiles: false, replaceHardDisk: true });
    for (const [kind, rebuild] of [
      ["factoryReset", reset],
      ["restart", purgeDatabase],
    ] as const) {
      device().maintenance.request(kind, OPERATOR, rebuild);
      await world.clock.advance(minutes(25));
      expect([device().releaseKey.text, alarms()]).toEqual(["wrong", [30008]]);
    }
  });
});
