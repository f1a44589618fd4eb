import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { minutes, seconds } from "../../../emulator/world/duration.ts";
import { SimulatedCluster } from "../../simulation/simulated-cluster.ts";

let directory: string;
let cluster: SimulatedCluster;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "xtwin-power-"));
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
  rmSync(directory, { recursive: true });
});

describe.each(["in memory", "in a file"])("a peer whose store is %s", (where) => {
  beforeEach(async () => {
    const dataDirectory = (index: number): string => join(directory, `p${index}`);
    cluster = await SimulatedCluster.start({ seed: 7, peers: 2, ...(where === "in a file" && { dataDirectory }) });
    await cluster.advance(minutes(3));
  });

  it("that crashes is gone at once, lost by the others, and back with its data when it is powered on", async () => {
    cluster.set(2, "SystemUnit Name", "second");
    const peer = cluster.peers[1];
    const before = cluster.world.clock.timers().length;
    peer?.crash();
    expect(peer?.device).toBeUndefined();
    expect(cluster.world.clock.timers().length).toBeLessThan(before);
    await cluster.advance(seconds(45));
    expect([cluster.words(1), cluster.alarms(1)]).toEqual([
      ["This system", "Failed"],
      [20004, 20006],
    ]);
    await peer?.powerOn();
    expect(cluster.device(2).configuration.get("SystemUnit Name")).toBe("second");
    expect(cluster.device(2).log.newest(200).join("\n")).not.toContain("Requested");
    await cluster.advance(minutes(3));
    expect([cluster.alarms(1), cluster.alarms(2)]).toEqual([[], []]);
  });

  it("that is powered off in order comes back with its data", async () => {
    cluster.set(2, "SystemUnit Name", "second");
    const peer = cluster.peers[1];
    await peer?.powerOff();
    await peer?.powerOff();
    expect(peer?.device).toBeUndefined();
    await cluster.advance(minutes(10));
    await peer?.powerOn();
    await peer?.powerOn();
    expect(cluster.device(2).configuration.get("SystemUnit Name")).toBe("second");
    await cluster.advance(minutes(3));
    expect(cluster.alarms(2)).toEqual([]);
  });

  it("has the old configuration or the new, whichever write of a copy the power fails in", async () => {
    const digest = (index: number): string => cluster.device(index).configuration.digest.text;
    const outcomes = new Set<string>();
    for (let write = 1; write <= 60; write += 3) {
      const old = digest(1);
      expect(digest(2)).toBe(old);
      for (let place = 0; place < 10; place++) cluster.set(1, `Zones Zone ${place + 1} Name`, `zone ${write} ${place}`);
      const fault = await cluster.faults.add({ kind: "crash", peer: "p2", write });
      for (let second = 0; second < 125 && cluster.peers[1]?.device; second++) await cluster.advance(seconds(1));
      const crashed = !cluster.peers[1]?.device;
      cluster.faults.remove(fault.id);
      await cluster.peers[1]?.powerOn();
      const kept = digest(2);
      expect([old, digest(1)]).toContain(kept);
      if (crashed) outcomes.add(kept === old ? "old" : "new");
      await cluster.advance(minutes(3));
    }
    expect(outcomes).toEqual(new Set(["old", "new"]));
  });
});

describe("a crash", () => {
  beforeEach(async () => {
    cluster = await SimulatedCluster.start({ seed: 8, peers: 2 });
    await cluster.advance(minutes(3));
  });

  it("with the power back at once is over after the time of a reboot", async () => {
    cluster.peers[1]?.crash({ comesBack: true });
    await cluster.advance(minutes(5) - 1);
    expect(cluster.peers[1]?.device).toBeUndefined();
    await cluster.advance(2);
    expect(cluster.device(2).cluster.clustered).toBe(true);
  });

  it("while the peer restarts leaves it off", async () => {
    cluster.device(2).maintenance.request("restart", { user: "admin" });
    cluster.peers[1]?.crash();
    await cluster.advance(minutes(10));
    expect(cluster.peers[1]?.device).toBeUndefined();
  });

  it("in the first write of a boot leaves it off, and it boots afterwards", async () => {
    const peer = cluster.peers[1];
    await peer?.powerOff();
    const { id } = await cluster.faults.add({ kind: "crash", peer: "p2", write: 1 });
    await peer?.powerOn();
    await cluster.advance(seconds(30));
    expect(peer?.device).toBeUndefined();
    expect(cluster.faults.list()).toMatchObject([{ id, state: "over", fired: 1 }]);
    await peer?.powerOn();
    await cluster.advance(minutes(3));
    expect([cluster.alarms(1), cluster.alarms(2)]).toEqual([[], []]);
  });

  it.each([1, 3, 6, 9, 12, 15, 20])(
    "after %i steps of a boot leaves it off, and it boots afterwards",
    async (steps) => {
      const peer = cluster.peers[1];
      await peer?.powerOff();
      const booting = peer?.powerOn();
      for (let step = 0; step < steps; step++) await Promise.resolve();
      peer?.crash();
      await booting;
      await cluster.advance(minutes(1));
      await peer?.powerOn();
      await cluster.advance(minutes(3));
      expect([cluster.alarms(1), cluster.alarms(2)]).toEqual([[], []]);
    },
  );
});
