import { describe, expect, it } from "vitest";
import { minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { addressOf, OPERATOR } from "../../../../simulation/simulated-cluster.ts";
import { call, startCarryingCluster } from "./carrying-cluster.ts";

describe("calls", () => {
  it("G1.3 a call on any peer may use a license installed on any other, and one beyond the pool is refused", async () => {
    const cluster = await startCarryingCluster({ seed: 1, peers: 3, licenses: 2 });
    for (let made = 0; made < 6; made++) expect((await call(cluster, 2)).ok).toBe(true);
    expect(await call(cluster, 1)).toEqual({
      ok: false,
      code: "license limit",
      reason: "the license limit of 6 rich media sessions is reached",
    });
    expect(cluster.device(2).log.newest(30).join("\n")).toContain('Event="Call Connected"');
    expect(cluster.alarms(1)).toContain(30020);
    const [first] = cluster.device(2).calls.active();
    expect(cluster.device(2).calls.disconnect(first?.serialNumber ?? "", OPERATOR)).toBe(true);
    await cluster.advance(seconds(1));
    expect(cluster.alarms(1)).not.toContain(30020);
    expect((await call(cluster, 1)).ok).toBe(true);
    await cluster.stop();
  });

  it("G1.5 a peer carries no more calls than its platform can, however large the pool is", async () => {
    const cluster = await startCarryingCluster({ seed: 2, peers: 2, licenses: 400 });
    for (let made = 0; made < 150; made++) expect((await call(cluster, 1)).ok).toBe(true);
    expect(await call(cluster, 1)).toMatchObject({
      ok: false,
      code: "license limit",
      reason: "the unit's physical limit of 150 rich media sessions is reached",
    });
    expect((await call(cluster, 2)).ok).toBe(true);
    expect(cluster.alarms(1)).toEqual([30002, 30023]);
    await cluster.stop();
  });

  it("G14.3 a peer whose bandwidth updates are blocked is forgotten, and heard of again afterwards", async () => {
    const cluster = await startCarryingCluster({ seed: 9, peers: 2 });
    await call(cluster, 1);
    await cluster.advance(seconds(1));
    const seen = () => {
      const { bandwidth } = cluster.device(2);
      return [bandwidth.hears(addressOf(1)), bandwidth.tokens("rich media session")];
    };
    expect(seen()).toEqual([true, { own: 0, cluster: 2 }]);
    await cluster.faults.add({ kind: "block", service: "ras", peer: "p1", other: "p2" });
    await cluster.advance(minutes(1));
    expect(seen()).toEqual([false, { own: 0, cluster: 0 }]);
    await cluster.advance(minutes(10));
    expect(cluster.words(2)).toEqual(["Active", "This system"]);
    cluster.faults.removeAll();
    await cluster.advance(seconds(11));
    expect(seen()).toEqual([true, { own: 0, cluster: 2 }]);
    await cluster.stop();
  });

  it("G3.9 maintenance mode refuses new calls and lets present calls go on", async () => {
    const cluster = await startCarryingCluster({ seed: 3, peers: 1 });
    await call(cluster, 1, { duration: minutes(3) });
    cluster.set(1, "SystemUnit Maintenance Mode", "On");
    expect(await call(cluster, 1)).toMatchObject({ ok: false, code: "maintenance mode" });
    expect(cluster.device(1).calls.active()).toHaveLength(1);
    await cluster.stop();
  });

  it("G3.10 calls end by themselves, by an operator and with a restart, and are remembered", async () => {
    const cluster = await startCarryingCluster({ seed: 4, peers: 1 });
    await call(cluster, 1, { destination: "timed@example.com", duration: minutes(3) });
    await call(cluster, 1, { destination: "kept@example.com" });
    await call(cluster, 1, { destination: "cut@example.com" });
    expect(await cluster.command(1, "DisconnectCall", { Call: "3" })).toEqual({ ok: true });
    expect(await cluster.command(1, "DisconnectCall", { Call: "9" })).toEqual({
      ok: false,
      reason: "there is no call 9 on this peer; there are: 1, 2",
    });
    await cluster.advance(minutes(4));
    cluster.device(1).maintenance.request("restart", OPERATOR);
    await cluster.advance(minutes(4));
    expect(cluster.device(1).calls.active()).toEqual([]);
    expect(
      cluster
        .device(1)
        .calls.history.all()
        .map(({ destination, reason }) => [destination, reason]),
    ).toEqual([
      ["kept@example.com", "System restart"],
      ["timed@example.com", "Normal call clearing"],
      ["cut@example.com", "Operator disconnected"],
    ]);
    await cluster.stop();
  });

  it("G1.2 the limit of a pipe holds for the cluster as a whole, and calls are downspeeded where that is allowed", async () => {
    const cluster = await startCarryingCluster({ seed: 5, peers: 3 });
    await cluster.command(1, "PipeAdd", { PipeName: "Narrow", TotalMode: "Limited", Total: "1000" });
    const link = cluster
      .device(1)
      .configuration.rows.of("Bandwidth Link")
      .find((row) => cluster.device(1).configuration.get(`Bandwidth Link ${row} Name`) === "Zone001ToTraversalSZ");
    cluster.set(1, `Bandwidth Link ${link} Pipe1 Name`, "Narrow");
    await cluster.advance(seconds(130));
    expect(await call(cluster, 1, { bandwidth: 384 })).toMatchObject({ ok: true, call: { allocated: 384 } });
    expect(await call(cluster, 2, { bandwidth: 384 })).toMatchObject({ ok: true, call: { allocated: 384 } });
    expect(await call(cluster, 3, { bandwidth: 384 })).toMatchObject({ ok: true, call: { allocated: 232 } });
    expect(await call(cluster, 1, { bandwidth: 384 })).toMatchObject({
      ok: false,
      code: "bandwidth",
      reason: "pipe Narrow has 0 of 1000 kbps left and 384 are asked for",
    });
    expect(cluster.device(1).bandwidth.usage("pipe Narrow")).toEqual({ LocalUsage: 384, ClusterUsage: 1000 });
    cluster.set(1, "Bandwidth Downspeed Total Mode", "Off");
    await cluster.stop();
  });

  it("two peers that admit a call at the same moment give back what is beyond the limit", async () => {
    const cluster = await startCarryingCluster({ seed: 6, peers: 2 });
    cluster.set(1, "Zones LocalZone TraversalSubZone Bandwidth Total Mode", "Limited");
    cluster.set(1, "Zones LocalZone TraversalSubZone Bandwidth Total Limit", "500");
    await cluster.advance(seconds(130));
    for (const index of [1, 2]) {
      const request = { source: "a", destination: "b", protocol: "H323", media: "video", from: "DefaultZone" } as const;
      cluster.device(index).calls.place({ ...request, bandwidth: 400 }, () => {});
    }
    await cluster.advance(seconds(1));
    expect(cluster.device(1).bandwidth.usage("node TraversalSubZone").ClusterUsage).toBe(500);
    const allocated = [1, 2].map((index) => cluster.device(index).calls.active()[0]?.allocated);
    expect(allocated.toSorted((a = 0, b = 0) => a - b)).toEqual([100, 400]);
    await cluster.stop();
  });
});
