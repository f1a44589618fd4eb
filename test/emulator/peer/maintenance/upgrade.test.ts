import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import {
  compareVersions,
  imageFileName,
  makeImage,
  readImage,
} from "../../../../emulator/peer/maintenance/upgrade/image.ts";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { OPERATOR, SimulatedCluster } from "../../../simulation/simulated-cluster.ts";
import { runs } from "../../../runs.ts";

const parts = fc.array(fc.nat(99), { minLength: 2, maxLength: 4 });
const version = parts.map((numbers) => `X${numbers.join(".")}`);

describe("a software image", () => {
  it("tells its version, and is the same for the same version", async () => {
    await fc.assert(
      fc.asyncProperty(version, async (made) => {
        const image = await makeImage(made);
        expect(await readImage(image)).toEqual({ ok: true, version: made });
        expect(Buffer.compare(image, await makeImage(made))).toBe(0);
      }),
      runs(20),
    );
  });

  it("that is changed or cut is refused, or is the same still", async () => {
    const image = await makeImage("X8.1.1");
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, change, cut) => {
        const place = at % image.byteLength;
        const changed = Buffer.from(cut ? image.subarray(0, place) : image);
        if (!cut) changed[place] = (changed[place] ?? 0) ^ change;
        const verdict = await readImage(changed);
        const refused = { ok: false, reason: expect.stringMatching(/damaged|not a software image/) as string };
        expect(verdict).toEqual(verdict.ok && !cut ? { ok: true, version: "X8.1.1" } : refused);
      }),
      runs(200),
    );
  });

  it("has the product's form of name", () => expect(imageFileName("X8.1.1")).toBe("s42700x8_1_1.tar.gz"));

  it("is older or newer than another by its numbers", () => {
    expect(compareVersions("X8.10", "X8.9")).toBeGreaterThan(0);
    expect(compareVersions("X8.1", "X8.1.1")).toBeLessThan(0);
    fc.assert(
      fc.property(version, version, (one, other) => {
        expect(Math.sign(compareVersions(one, other)) + Math.sign(compareVersions(other, one))).toBe(0);
        expect(compareVersions(one, `${one}.0`)).toBe(0);
      }),
    );
  });
});

describe("an upgrade", () => {
  let cluster: SimulatedCluster;

  afterEach(async () => {
    expect(cluster.log.errors).toEqual([]);
    await cluster.stop();
  });

  const alarms = (): number[][] => cluster.peers.map((_, place) => cluster.alarms(place + 1));

  async function install(index: number, to: string): Promise<void> {
    const { upgrade } = cluster.device(index);
    const offered = await upgrade.offer("image.tar.gz", await makeImage(to), OPERATOR);
    if (!offered.ok) throw new Error(offered.reason);
    expect(upgrade.accept(offered.id, OPERATOR)).toEqual({ ok: true });
  }

  it("G12.8, G2.1: stops the copy on all peers from its beginning until the last has followed", async () => {
    cluster = await SimulatedCluster.start({ seed: 3, peers: 3 });
    await cluster.advance(minutes(3));
    await install(2, "X8.1.1");
    await cluster.advance(seconds(15));
    expect(alarms()).toEqual([[20008], [20008], [20008]]);
    expect(cluster.device(1).alarms.standing()[0]?.evidence?.facts).toEqual(["an upgrade is in progress on 10.0.0.2"]);
    cluster.set(1, "Bandwidth Default", "512");
    await cluster.advance(minutes(9));
    expect(cluster.device(3).configuration.get("Bandwidth Default")).toBe("384");
    await cluster.advance(minutes(1));
    expect(cluster.device(2).upgrade.state).toEqual({ kind: "complete", version: "X8.1.1" });
    // Nothing but a reboot starts it.
    cluster.device(2).maintenance.request("restart", OPERATOR);
    await cluster.advance(minutes(4));
    expect(cluster.device(2).identity.softwareVersion).toBe("X8.1");
    cluster.device(2).maintenance.request("reboot", OPERATOR);
    await cluster.advance(minutes(6));
    expect(cluster.device(2).identity.softwareVersion).toBe("X8.1.1");
    expect(cluster.peers[1]?.identity.softwareVersion).toBe("X8.1.1");
    expect(cluster.device(2).upgrade.state).toEqual({ kind: "none" });
    expect(alarms()).toEqual([[20008], [20008], [20008]]);
    for (const index of [1, 3]) {
      await install(index, "X8.1.1");
      await cluster.advance(minutes(10) + 1);
      cluster.device(index).maintenance.request("reboot", OPERATOR);
      await cluster.advance(minutes(6));
    }
    await cluster.advance(minutes(3));
    expect(alarms()).toEqual([[], [], []]);
    expect(cluster.device(3).configuration.get("Bandwidth Default")).toBe("512");
  });

  it("is started by a loss of power too, and lost with one before it is complete", async () => {
    cluster = await SimulatedCluster.start({ seed: 4, peers: 1 });
    await install(1, "X8.2");
    await cluster.advance(minutes(5));
    cluster.peers[0]?.crash();
    await cluster.peers[0]?.powerOn();
    await cluster.advance(minutes(10));
    expect(cluster.device(1).upgrade.state).toEqual({ kind: "none" });
    await install(1, "X8.2");
    await cluster.advance(minutes(11));
    cluster.peers[0]?.crash();
    await cluster.peers[0]?.powerOn();
    expect(cluster.device(1).identity.softwareVersion).toBe("X8.2");
  });

  it("G12.8 that the lab holds goes on until the fault ends, through restarts", async () => {
    cluster = await SimulatedCluster.start({ seed: 5, peers: 2 });
    await cluster.advance(minutes(3));
    const { id } = await cluster.faults.add({ kind: "upgrade-in-progress", peer: "p2", version: "X8.5" });
    await cluster.advance(minutes(30));
    expect(alarms()).toEqual([[20008], [20008]]);
    expect(cluster.device(2).upgrade.state).toEqual({ kind: "in progress", version: "X8.5" });
    cluster.device(2).maintenance.request("reboot", OPERATOR);
    await cluster.advance(minutes(6));
    expect(alarms()).toEqual([[20008], [20008]]);
    cluster.faults.remove(id);
    await cluster.advance(seconds(15));
    expect(alarms()).toEqual([[], []]);
    expect(cluster.device(2).identity.softwareVersion).toBe("X8.1");
  });

  it.each([
    ["the version that runs", "X8.1", /runs X8\.1 already/],
    ["an older one", "X8.0.9", /older than X8\.1/],
  ])("to %s is refused", async (_what, to, reason) => {
    cluster = await SimulatedCluster.start({ seed: 6, peers: 1 });
    const offered = await cluster.device(1).upgrade.offer("image.tar.gz", await makeImage(to), OPERATOR);
    expect(offered).toMatchObject({ ok: false, reason: expect.stringMatching(reason) as string });
    expect(cluster.device(1).upgrade.accept("guess", OPERATOR)).toMatchObject({ ok: false });
    expect(cluster.device(1).upgrade.state).toEqual({ kind: "none" });
  });
});
