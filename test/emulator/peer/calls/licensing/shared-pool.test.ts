import { afterEach, describe, expect, it } from "vitest";
import { days, hours, minutes, seconds } from "../../../../../emulator/world/duration.ts";
import type { SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";
import { startCarryingCluster } from "../call/carrying-cluster.ts";

let cluster: SimulatedCluster;

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

const pools = (...indices: number[]): (number | undefined)[] =>
  indices.map((index) => cluster.device(index).licensing.use("rich media session")?.pool);

const own = (...indices: number[]): number[] => indices.map((index) => cluster.device(index).calls.active().length);

const lost = (index: number): readonly { readonly address: string; readonly lostAt: number }[] =>
  cluster.device(index).licensing.lostPeers.map(({ address, lostAt }) => ({ address, lostAt }));

async function power(what: "powerOff" | "powerOn", index: number): Promise<void> {
  const peer = cluster.peers[index - 1];
  if (peer) await cluster.world.track(peer[what]());
}

/** Video calls that all begin in one instant, so many on each peer. */
function burst(...counts: number[]): void {
  const request = { source: "a", destination: "b", protocol: "H323", media: "video", from: "DefaultZone" } as const;
  for (const [place, count] of counts.entries())
    for (let made = 0; made < count; made++)
      cluster.device(place + 1).calls.place({ ...request, bandwidth: 64 }, () => {});
}

describe("when a peer was lost (G1.4)", () => {
  it("a survivor that was off at the loss takes the moment that the others know", async () => {
    cluster = await startCarryingCluster({ seed: 21, peers: 3, licenses: 10 });
    await power("powerOff", 2);
    await cluster.advance(minutes(5));
    await power("powerOff", 3);
    await cluster.advance(days(5));
    await power("powerOn", 2);
    await cluster.advance(minutes(5));
    expect(lost(2)).toEqual(lost(1));
    await cluster.advance(days(9) - minutes(15));
    expect(pools(1, 2)).toEqual([30, 30]);
    await cluster.advance(minutes(15));
    expect(pools(1, 2)).toEqual([20, 20]);
  });

  it("who was away for longer than the lost peer brings no older loss of it", async () => {
    cluster = await startCarryingCluster({ seed: 22, peers: 3, licenses: 10 });
    await power("powerOff", 3);
    await cluster.advance(minutes(5));
    const [first] = lost(2);
    await power("powerOff", 2);
    await power("powerOn", 3);
    await cluster.advance(days(3));
    await power("powerOff", 3);
    await cluster.advance(minutes(5));
    await power("powerOn", 2);
    await cluster.advance(minutes(5));
    expect(lost(2)).toEqual(lost(1));
    expect((lost(2)[0]?.lostAt ?? 0) - (first?.lostAt ?? 0)).toBeGreaterThan(days(3) - minutes(5));
  });

  it.each([
    ["a survivor's clock is two days ahead", [{ peer: "p2", by: "2d" }]],
    [
      "the clock of all but one is wrong, ahead and behind",
      [
        { peer: "p2", by: "20d" },
        { peer: "p3", by: "-30d" },
      ],
    ],
  ])("at the moment of the loss %s: the two weeks are those of the clocks that are right", async (_how, wrong) => {
    cluster = await startCarryingCluster({ seed: 24, peers: 4, licenses: 10 });
    for (const each of wrong) await cluster.faults.add({ kind: "ntp-wrong", ...each });
    await cluster.advance(minutes(40));
    await power("powerOff", 4);
    await cluster.advance(hours(13));
    for (const index of [1, 2, 3]) expect(cluster.alarms(index)).toContain(30012);
    cluster.faults.removeAll();
    await cluster.advance(days(13) + hours(10));
    expect(pools(1, 2, 3)).toEqual([40, 40, 40]);
    expect([1, 2, 3].map((index) => cluster.alarms(index).includes(30014))).toEqual([true, true, true]);
    await cluster.advance(hours(2));
    expect(pools(1, 2, 3)).toEqual([30, 30, 30]);
    expect([1, 2, 3].map((index) => cluster.alarms(index).includes(30016))).toEqual([true, true, true]);
  });

  it("a clock that is set wrong after the loss, and right again, changes nothing, over a restart in between", async () => {
    cluster = await startCarryingCluster({ seed: 25, peers: 3, licenses: 10 });
    await power("powerOff", 3);
    await cluster.advance(days(2));
    await cluster.faults.add({ kind: "ntp-wrong", peer: "p1", by: "-30d" });
    await cluster.faults.add({ kind: "ntp-wrong", peer: "p2", by: "20d" });
    await cluster.advance(minutes(25));
    expect(pools(1, 2)).toEqual([30, 30]);
    await power("powerOff", 1);
    await cluster.advance(minutes(1));
    await power("powerOn", 1);
    await cluster.advance(minutes(5));
    cluster.faults.removeAll();
    await cluster.advance(days(11) + hours(23));
    expect(pools(1, 2)).toEqual([30, 30]);
    await cluster.advance(hours(1));
    expect(pools(1, 2)).toEqual([20, 20]);
    for (const index of [1, 2]) expect(cluster.alarms(index)).toContain(30016);
  });

  it("a peer that another still sees is not lost", async () => {
    cluster = await startCarryingCluster({ seed: 23, peers: 3, licenses: 10 });
    await cluster.faults.add({ kind: "cut", peer: "p1", other: "p3" });
    await cluster.advance(days(15));
    expect(pools(1, 2, 3)).toEqual([30, 30, 30]);
    expect(lost(1)).toEqual([]);
  });

  it("a peer that was added after the loss counts the same licenses for the same time", async () => {
    cluster = await startCarryingCluster({ seed: 24, peers: 3, licenses: 10 });
    await power("powerOff", 2);
    await power("powerOff", 3);
    await cluster.advance(hours(1));
    await cluster.world.track(cluster.peers[1]?.powerOn() ?? Promise.resolve());
    await cluster.advance(minutes(5));
    expect(lost(2)).toEqual(lost(1));
    expect(pools(1, 2)).toEqual([30, 30]);
  });
});

describe("calls that several peers admit in one instant (G1.3)", () => {
  it("beyond the pool are given back within one exchange interval, the latest first, and all peers agree", async () => {
    cluster = await startCarryingCluster({ seed: 25, peers: 3, licenses: 10 });
    burst(10, 10, 9);
    await cluster.advance(seconds(15));
    expect(own(1, 2, 3)).toEqual([10, 10, 9]);
    burst(1, 1, 1);
    let most = 0;
    for (let waited = 0; waited < seconds(10); waited += 5) {
      await cluster.advance(5);
      most = Math.max(
        most,
        own(1, 2, 3).reduce((sum, calls) => sum + calls),
      );
    }
    // Each peer saw one license left.
    expect(most).toBeGreaterThan(30);
    expect(own(1, 2, 3).reduce((sum, calls) => sum + calls)).toBe(30);
    await cluster.advance(minutes(30));
    expect(own(1, 2, 3).reduce((sum, calls) => sum + calls)).toBe(30);
    const ended = [1, 2, 3].flatMap((index) => cluster.device(index).calls.history.since(0, 5));
    expect(new Set(ended.map(({ reason }) => reason))).toEqual(new Set(["Gatekeeper Resources Unavailable"]));
  });

  it("two halves of a healed cluster that together exceed the pool settle it in the same way", async () => {
    cluster = await startCarryingCluster({ seed: 26, peers: 2, licenses: 10 });
    const fault = await cluster.faults.add({ kind: "cut", peer: "p1", other: "p2" });
    await cluster.advance(minutes(2));
    burst(12, 0);
    await cluster.advance(minutes(1));
    burst(0, 12);
    await cluster.advance(minutes(1));
    expect(own(1, 2)).toEqual([12, 12]);
    cluster.faults.remove(fault.id);
    await cluster.advance(minutes(1));
    expect(own(1, 2)).toEqual([12, 8]);
  });

  it("a pool that shrinks leaves the calls alone that it was there for", async () => {
    cluster = await startCarryingCluster({ seed: 27, peers: 2, licenses: 10 });
    burst(10, 8);
    await cluster.advance(seconds(30));
    await cluster.command(2, "OptionKeyDelete", { OptionKeyId: "1" });
    await cluster.advance(minutes(1));
    expect(pools(1, 2)).toEqual([10, 10]);
    expect(own(1, 2)).toEqual([10, 8]);
    await cluster.advance(hours(1));
    expect(own(1, 2)).toEqual([10, 8]);
  });
});

describe("peers of two software versions (G2.1)", () => {
  it("share neither licenses nor what their calls take, with those of the other version", async () => {
    const softwareVersion = (place: number) => (place === 3 ? "X8.1.1" : "X8.1");
    cluster = await startCarryingCluster({ seed: 26, peers: 3, licenses: 10, softwareVersion });
    expect(pools(1, 2, 3)).toEqual([20, 20, 10]);
    burst(2);
    await cluster.advance(minutes(1));
    const inUse = [1, 2, 3].map((index) => cluster.device(index).licensing.use("rich media session")?.cluster);
    expect(inUse).toEqual([2, 2, 0]);
  });
});
