import { describe, expect, it } from "vitest";
import { days, hours, minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { OPERATOR, type SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";
import { keyFor, startCarryingCluster } from "../call/carrying-cluster.ts";

const pool = (cluster: SimulatedCluster, index: number): number | undefined =>
  cluster.device(index).licensing.use("rich media session")?.pool;

describe("the license pool of a cluster", () => {
  it("G1.4 licenses of a lost peer stay for two weeks, over restarts of the others, and return with the peer", async () => {
    const cluster = await startCarryingCluster({ seed: 1, peers: 3, licenses: 10 });
    expect([1, 2, 3].map((index) => pool(cluster, index))).toEqual([30, 30, 30]);
    for (const other of ["p1", "p2"]) await cluster.faults.add({ kind: "cut", peer: "p3", other });
    await cluster.advance(hours(11));
    expect(cluster.alarms(1)).toEqual([20004, 20006]);
    await cluster.advance(hours(2));
    expect(cluster.alarms(1)).toEqual([20004, 20006, 30012]);
    expect(cluster.alarms(3)).toEqual([20004, 20006, 20016, 30013]);
    cluster.device(1).maintenance.request("restart", OPERATOR);
    await cluster.advance(days(7));
    expect(cluster.alarms(1)).toEqual([20004, 20006, 30014]);
    expect(pool(cluster, 1)).toBe(30);
    await cluster.advance(days(7) - hours(14));
    expect(pool(cluster, 1)).toBe(30);
    await cluster.advance(hours(2));
    expect(pool(cluster, 1)).toBe(20);
    expect(cluster.alarms(1)).toEqual([20004, 20006, 30016]);
    expect(cluster.alarms(3)).toEqual([20004, 20006, 20016, 30017]);
    cluster.faults.removeAll();
    await cluster.advance(minutes(5));
    expect([1, 2, 3].map((index) => pool(cluster, index))).toEqual([30, 30, 30]);
    expect(cluster.alarms(1)).toEqual([]);
    await cluster.stop();
  });

  it("tells what its keys allow, refuses those of another peer, and asks for a restart where one is needed", async () => {
    const cluster = await startCarryingCluster({ seed: 2, peers: 1 });
    const add = (key: string) => cluster.command(1, "OptionKeyAdd", { Key: key });
    expect(await add(keyFor(2, "Y5"))).toEqual({
      ok: false,
      reason: "Unable to add option key: the key was not made for serial number 00000001",
    });
    expect(await add("hello")).toMatchObject({ ok: false });
    expect(await add(keyFor(1, "Y10"))).toEqual({
      ok: false,
      reason: "Unable to add option key: the key is installed already, as option 1",
    });
    expect(await add(keyFor(1, "L"))).toEqual({ ok: true });
    expect(cluster.alarms(1)).toEqual([25006]);
    expect(cluster.device(1).licensing.options.has("L")).toBe(false);
    cluster.device(1).maintenance.request("restart", OPERATOR);
    await cluster.advance(minutes(4));
    expect(cluster.alarms(1)).toEqual([]);
    expect(cluster.device(1).licensing.options.has("L")).toBe(true);
    expect(await cluster.command(1, "OptionKeyDelete", { OptionKeyId: "1" })).toEqual({ ok: true });
    expect(cluster.device(1).licensing.use("rich media session")?.pool).toBe(0);
    await cluster.advance(seconds(1));
    await cluster.stop();
  });
});
