import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
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
    expect(cluster.device(3).alarms.standing()[0]?.evidence?.facts).toContain(`it is 1 on ${addressOf(1)}`);
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

  it("G12.13: a LAN 1 with static NAT does not replicate (20015)", () => {
    cluster.set(2, "Ethernet 1 IP V4 StaticNAT Mode", "On");
    expect(cluster.alarms(2)).toContain(20015);
  });

  it("G12.9: H.323 mode must be turned On (20018)", async () => {
    cluster.set(1, "H323 Mode", "Off");
    expect(cluster.alarms(1)).toEqual([20018]);
    cluster.set(1, "H323 Mode", "On");
    expect(cluster.alarms(1)).toEqual([]);
    cluster.set(2, "H323 Mode", "Off");
    expect(cluster.alarms(2)).toEqual([20018]);
    await cluster.advance(minutes(5));
    // The copy that would set it right is the one that is stopped.
    expect(cluster.alarms(2)).toEqual([20018]);
    cluster.set(2, "H323 Mode", "On");
    await cluster.advance(minutes(3));
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
    expect(cluster.alarms(1)).toEqual([20004, 20005]);
    expect(cluster.words(1).at(-1)).toBe("Failed");
    cluster.set(1, "Alternates Peer 4 Address", "");
    expect(cluster.alarms(1)).toEqual([]);
  });

  it("20012: the settings do not match the primary's", async () => {
    cluster.set(1, "Alternates Peer 4 Address", addressOf(4));
    await cluster.advance(seconds(21));
    expect(cluster.alarms(2)).toEqual([20012]);
    cluster.set(1, "Alternates Peer 4 Address", "");
    await cluster.advance(seconds(21));
    expect(cluster.alarms(2)).toEqual([]);
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
});
