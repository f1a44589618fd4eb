import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hours, minutes, seconds } from "../../../../emulator/world/duration.ts";
import { addressOf, OPERATOR, SimulatedCluster } from "../../../simulation/simulated-cluster.ts";

let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 11, peers: 3 });
  await cluster.advance(minutes(3));
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

const ALL = [1, 2, 3];
const alarms = (): number[][] => ALL.map((index) => cluster.alarms(index));
const bandwidths = (): string[] => ALL.map((index) => cluster.device(index).configuration.get("Bandwidth Default"));

/** System > Clustering of one peer, with the fields in one Save. */
function save(index: number, list: readonly number[], primary: number): void {
  const addresses = ALL.map((place) => ({
    path: `Alternates Peer ${place} Address`,
    value: list[place - 1] === undefined ? "" : addressOf(list[place - 1] ?? 0),
  }));
  const items = [...addresses, { path: "Alternates ConfigurationPrimary", value: String(primary) }];
  expect(cluster.device(index).configuration.set(items, OPERATOR)).toEqual({ ok: true });
}

describe("the configuration primary is the peer that a number means", () => {
  it("G9.1, G12.4: the same number beside another address is a mismatch, on every peer, for as long as it lasts", async () => {
    save(2, [2, 1, 3], 1);
    await cluster.advance(seconds(21));
    for (let hour = 0; hour < 3; hour++) {
      expect(alarms()).toEqual([
        [20012, 20013, 20017],
        [20012, 20013, 20017],
        [20012, 20013, 20017],
      ]);
      await cluster.advance(hours(1));
    }
    save(2, [1, 2, 3], 1);
    await cluster.advance(minutes(2) + seconds(5));
    expect(alarms()).toEqual([[], [], []]);
  });

  it("nothing is copied from a primary that is in doubt, nor to it", async () => {
    save(2, [2, 1, 3], 1);
    await cluster.advance(seconds(21));
    cluster.set(1, "Bandwidth Default", "512");
    cluster.set(2, "Bandwidth Default", "768");
    await cluster.advance(minutes(10));
    expect(bandwidths()).toEqual(["512", "768", "384"]);
    for (const index of ALL) expect(cluster.device(index).cluster.databaseStatus).toBe("Failed");
    save(2, [1, 2, 3], 1);
    await cluster.advance(minutes(2) + seconds(5));
    expect(bandwidths()).toEqual(["512", "512", "512"]);
    expect(alarms()).toEqual([[], [], []]);
  });

  it("another order with the number that means the same peer is a list that differs, and a number that does", async () => {
    save(3, [2, 1, 3], 2);
    await cluster.advance(seconds(21));
    for (const index of ALL) expect(cluster.alarms(index)).toEqual([20012, 20013, 20017]);
    expect(
      cluster
        .device(3)
        .alarms.standing()
        .find(({ type }) => type.id === 20017)?.evidence?.facts,
    ).toEqual([
      "the configuration primary is 2, 10.0.0.1 here",
      "on 10.0.0.2 it is 1, 10.0.0.1",
      "on 10.0.0.1 it is 1, 10.0.0.1",
    ]);
  });

  it("G7.2: an old primary that comes back with its settings and is listed again is no second primary unnoticed", async () => {
    const old = cluster.peers[0];
    await cluster.world.track(old?.powerOff() ?? Promise.resolve());
    await cluster.advance(minutes(1));
    for (const index of [2, 3]) save(index, [2, 3], 1);
    await cluster.advance(minutes(3));
    expect([cluster.alarms(2), cluster.alarms(3)]).toEqual([[], []]);
    await cluster.world.track(old?.powerOn() ?? Promise.resolve());
    for (const index of [2, 3]) save(index, [2, 3, 1], 1);
    await cluster.advance(minutes(10));
    for (const index of ALL) {
      expect(cluster.alarms(index)).toEqual(expect.arrayContaining([20012, 20013, 20017]));
      expect(cluster.device(index).cluster.databaseStatus).toBe("Failed");
    }
  });
});
