import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { KNOWN_ALIAS, neighborItems, startNeighbor } from "../../../simulation/neighbor.ts";
import { addressOf, OPERATOR, SimulatedCluster } from "../../../simulation/simulated-cluster.ts";

let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 3, peers: 3 });
  await cluster.advance(minutes(3));
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

describe("the alarms of Appendix 1: each by its cause, each cleared with it", () => {
  it("G12.1: Cluster name not configured (20019)", () => {
    cluster.set(2, "Alternates Cluster Name", "");
    expect(cluster.alarms(2)).toContain(20019);
    cluster.set(2, "Alternates Cluster Name", "cluster.example.com");
    expect(cluster.alarms(2)).not.toContain(20019);
  });

  it("G12.4: configuration primary ID is inconsistent (20017)", async () => {
    cluster.set(3, "Alternates ConfigurationPrimary", "2");
    await cluster.advance(seconds(21));
    expect(cluster.alarms(3)).toEqual([20013, 20017]);
    expect(cluster.device(3).alarms.standing()[0]?.evidence?.facts).toContain("on 10.0.0.1 it is 1, 10.0.0.1");
    cluster.set(3, "Alternates ConfigurationPrimary", "1");
    await cluster.advance(seconds(21));
    expect(cluster.alarms(3)).toEqual([]);
  });

  it("G12.5, G12.11: this peer's configuration conflicts with the primary's (20011), cured by ForceConfigUpdate", async () => {
    cluster.set(2, "Bandwidth Default", "512");
    cluster.set(1, "Bandwidth Default", "768");
    await cluster.advance(minutes(2) + seconds(5));
    expect(cluster.alarms(2)).toEqual([20011]);
    expect(cluster.device(2).configuration.get("Bandwidth Default")).toBe("512");
    expect(cluster.device(3).configuration.get("Bandwidth Default")).toBe("768");
    await cluster.advance(minutes(10));
    expect(cluster.alarms(2)).toEqual([20011]);
    const forced = cluster.command(2, "ForceConfigUpdate");
    await cluster.advance(seconds(5));
    expect(await forced).toEqual({ ok: true });
    expect(cluster.alarms(2)).toEqual([]);
    expect(cluster.device(2).configuration.get("Bandwidth Default")).toBe("768");
  });

  it("the same edit on both sides is no conflict", async () => {
    cluster.set(2, "Bandwidth Default", "512");
    cluster.set(1, "Bandwidth Default", "512");
    await cluster.advance(minutes(2) + seconds(5));
    expect(cluster.alarms(2)).toEqual([]);
  });

  it("G12.11: ForceConfigUpdate is refused on the primary and on a stand-alone peer", async () => {
    expect(await cluster.command(1, "ForceConfigUpdate")).toMatchObject({ ok: false });
  });

  it("G12.6: the NTP server is unreachable (20010)", async () => {
    cluster.set(2, "NTP Server 1 Address", "10.0.0.99");
    await cluster.advance(seconds(6));
    expect(cluster.alarms(2)).toEqual([20010, 25002, 25021]);
    cluster.set(1, "Bandwidth Default", "768");
    await cluster.advance(minutes(5));
    expect(cluster.device(2).configuration.get("Bandwidth Default")).toBe("384");
    cluster.set(2, "NTP Server 1 Address", "10.0.0.254");
    await cluster.advance(minutes(2) + seconds(5));
    expect(cluster.alarms(2)).toEqual([]);
    expect(cluster.device(2).configuration.get("Bandwidth Default")).toBe("768");
  });

  it("G12.7: the local Expressway does not appear in the list of peers (20015)", async () => {
    cluster.set(2, "Alternates Peer 2 Address", "10.0.0.9");
    await cluster.advance(seconds(1));
    expect(cluster.alarms(2)).toContain(20015);
    cluster.set(2, "Alternates Peer 2 Address", addressOf(2));
    await cluster.advance(seconds(21));
    expect(cluster.alarms(2)).toEqual([]);
  });

  it("G12.9: H.323 mode must be turned On (20018): the alarm follows the copy, and so does its cure", async () => {
    cluster.set(1, "H323 Mode", "Off");
    expect(cluster.alarms(1)).toEqual([20018]);
    await cluster.advance(minutes(2) + seconds(5));
    expect([1, 2, 3].map((index) => cluster.alarms(index))).toEqual([[20018], [20018], [20018]]);
    cluster.set(1, "H323 Mode", "On");
    await cluster.advance(minutes(2) + seconds(5));
    expect([1, 2, 3].map((index) => cluster.alarms(index))).toEqual([[], [], []]);
    cluster.set(2, "H323 Mode", "Off");
    expect(cluster.alarms(2)).toEqual([20018]);
    await cluster.advance(minutes(2) + seconds(5));
    expect(cluster.alarms(2)).toEqual([]);
  });

  it("the primary peer is unreachable (20016, with 20004 and 20006)", async () => {
    for (const other of ["p2", "p3"]) await cluster.faults.add({ kind: "cut", peer: "p1", other });
    await cluster.advance(seconds(45));
    expect(cluster.alarms(2)).toEqual([20004, 20006, 20016]);
    expect(cluster.alarms(1)).toEqual([20004, 20006]);
    cluster.faults.removeAll();
    await cluster.advance(seconds(25));
    expect([cluster.alarms(1), cluster.alarms(2)]).toEqual([[], []]);
  });

  it("a lost subordinate does not suspend the copy among the rest", async () => {
    cluster.device(3).maintenance.request("shutdown", OPERATOR);
    await cluster.advance(seconds(45));
    cluster.set(1, "Bandwidth Default", "768");
    await cluster.advance(minutes(2) + seconds(5));
    expect(cluster.device(2).configuration.get("Bandwidth Default")).toBe("768");
  });

  it("20005: an entry that is no address of a box is Failed at once, and nobody speaks to it", () => {
    cluster.set(1, "Alternates Peer 4 Address", "224.0.0.1");
    expect(cluster.alarms(1)).toEqual([20004, 20005, 20012]);
    expect(cluster.words(1).at(-1)).toBe("Failed");
    cluster.set(1, "Alternates Peer 4 Address", "");
    expect(cluster.alarms(1)).toEqual([]);
  });

  it("G4.3: while a peer is being added the communication alarm is on those that do not list it yet, too", async () => {
    cluster.set(1, "Alternates Peer 4 Address", addressOf(4));
    await cluster.advance(seconds(21));
    expect([1, 2, 3].map((index) => cluster.alarms(index))).toEqual([
      [20004, 20012],
      [20004, 20012],
      [20004, 20012],
    ]);
    cluster.set(1, "Alternates Peer 4 Address", "");
    await cluster.advance(seconds(21));
    expect([1, 2, 3].map((index) => cluster.alarms(index))).toEqual([[], [], []]);
  });

  it("20012: a name that differs stands on every peer, and is no failure of the database", async () => {
    cluster.set(3, "Alternates Cluster Name", "other.example.com");
    await cluster.advance(minutes(10));
    for (const index of [1, 2, 3]) expect(cluster.alarms(index)).toEqual([20004, 20012]);
    cluster.set(3, "Alternates Cluster Name", "CLUSTER.Example.COM");
    await cluster.advance(seconds(21));
    expect([1, 2, 3].map((index) => cluster.alarms(index))).toEqual([[], [], []]);
    expect(cluster.words(3)).toEqual(["Active", "Active", "This system"]);
  });

  it("G12.11: ForceConfigUpdate says what it cannot copy for", async () => {
    await cluster.faults.add({ kind: "upgrade-in-progress", peer: "p3" });
    await cluster.advance(seconds(21));
    expect(cluster.alarms(2)).toEqual([20008]);
    expect(await cluster.command(2, "ForceConfigUpdate")).toEqual({
      ok: false,
      reason: "nothing can be copied: an upgrade is in progress on 10.0.0.3",
    });
    cluster.set(2, "Alternates ConfigurationPrimary", "5");
    cluster.faults.removeAll();
    await cluster.advance(seconds(21));
    expect(await cluster.command(2, "ForceConfigUpdate")).toEqual({
      ok: false,
      reason: "nothing can be copied: Configuration primary is 5, and Peer 5 IP address is blank",
    });
  });
});

describe("versions", () => {
  it("G12.8: peers of different versions do not copy (20008)", async () => {
    await cluster.stop();
    cluster = await SimulatedCluster.start({
      seed: 4,
      peers: 2,
      softwareVersion: (index) => (index === 1 ? "X8.2" : "X8.1"),
    });
    await cluster.advance(minutes(3));
    expect([cluster.alarms(1), cluster.alarms(2)]).toEqual([[20008], [20008]]);
  });

  it("G2.1: versions partition the cluster: no license, no bandwidth and no location is shared between them", async () => {
    await cluster.stop();
    cluster = await SimulatedCluster.start({
      seed: 5,
      peers: 3,
      licenses: 10,
      softwareVersion: (index) => (index === 3 ? "X8.2" : "X8.1"),
      configuration: neighborItems,
    });
    await startNeighbor(cluster.world);
    await cluster.advance(minutes(3));
    for (const index of [1, 2, 3]) {
      expect(cluster.alarms(index)).toEqual([20008]);
      expect(cluster.words(index).filter((word) => word === "Active")).toHaveLength(2);
    }
    const place = {
      source: "a@example.com",
      destination: KNOWN_ALIAS,
      protocol: "SIP",
      media: "video",
      from: "DefaultZone",
    } as const;
    cluster.device(1).calls.place(place, () => {});
    await cluster.advance(seconds(25));
    const use = (index: number) => cluster.device(index).licensing.use("rich media session");
    expect([1, 2, 3].map((index) => use(index)?.pool)).toEqual([20, 20, 10]);
    expect([1, 2, 3].map((index) => use(index)?.cluster)).toEqual([1, 1, 0]);
    expect(cluster.device(3).bandwidth.hears(addressOf(1))).toBe(false);
    expect(cluster.device(1).bandwidth.hears(addressOf(3))).toBe(false);
  });
});
