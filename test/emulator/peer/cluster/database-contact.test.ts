import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { days, hours, minutes, seconds } from "../../../../emulator/world/duration.ts";
import { SimulatedCluster } from "../../../simulation/simulated-cluster.ts";

let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 12, peers: 3 });
  await cluster.advance(minutes(3));
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

/** What the Clustering page, xStatus and REST show. */
function shown(index: number) {
  const { databaseStatus, replicationStatus, nextSynchronization } = cluster.device(index).cluster;
  return { database: databaseStatus, replication: replicationStatus, announced: nextSynchronization !== undefined };
}

/** What the alarm of a peer asks for beside its own text. */
const actionOf = (index: number, id: number) =>
  cluster
    .device(index)
    .alarms.standing()
    .find(({ type }) => type.id === id)?.evidence?.action;

const failed = { database: "Failed", replication: "Failed", announced: false };
const well = { database: "Active", replication: "Active", announced: true };

describe("the database between two peers (G14.2)", () => {
  it("cut at the primary: Failed with 20006 at both ends by 30 s after the announced copy, for days, and well again by itself", async () => {
    await cluster.faults.add({ kind: "block", service: "database", peer: "p1", other: "p2" });
    const before = cluster.device(2).cluster.lastSynchronization;
    const announced = (cluster.device(2).cluster.nextSynchronization ?? 0) - cluster.device(2).clock.now();
    await cluster.advance(announced + seconds(30));
    for (let day = 0; day < 3; day++) {
      expect(shown(2)).toEqual(failed);
      expect(cluster.device(1).cluster.databaseStatus).toBe("Failed");
      expect([cluster.alarms(1), cluster.alarms(2), cluster.alarms(3)]).toEqual([[20006], [20006, 20016], []]);
      expect(cluster.device(2).cluster.lastSynchronization).toBe(before);
      expect(cluster.words(2)).toEqual(["Active", "This system", "Active"]);
      await cluster.advance(days(1));
    }
    cluster.faults.removeAll();
    await cluster.advance(minutes(2) + seconds(30));
    expect([cluster.alarms(1), cluster.alarms(2), cluster.alarms(3)]).toEqual([[], [], []]);
    expect(shown(2)).toEqual(well);
  });

  it("cut between two subordinates: both say so, and the copy from the primary goes on", async () => {
    await cluster.faults.add({ kind: "block", service: "database", peer: "p2", other: "p3" });
    const { clock, cluster: membership } = cluster.device(2);
    await cluster.advance((membership.nextSynchronization ?? 0) - clock.now() + seconds(30));
    expect([cluster.alarms(1), cluster.alarms(2), cluster.alarms(3)]).toEqual([[], [20006], [20006]]);
    cluster.set(1, "Bandwidth Default", "512");
    await cluster.advance(minutes(2) + seconds(5));
    expect(cluster.device(3).configuration.get("Bandwidth Default")).toBe("512");
  });

  it("cut for the moment of a copy: it is made up for as soon as the primary answers, and no alarm rises", async () => {
    const { clock, cluster: membership } = cluster.device(2);
    const due = membership.nextSynchronization ?? 0;
    cluster.set(1, "Bandwidth Default", "512");
    await cluster.advance(due - clock.now() - seconds(1));
    await cluster.faults.add({ kind: "block", service: "database", peer: "p1", other: "p2" });
    await cluster.advance(seconds(10));
    cluster.faults.removeAll();
    await cluster.advance(seconds(21));
    expect(cluster.device(2).configuration.get("Bandwidth Default")).toBe("512");
    expect(membership.lastSynchronization).toBeGreaterThan(due);
    expect([cluster.alarms(1), cluster.alarms(2)]).toEqual([[], []]);
  });

  it.each([
    ["p1", "p2"],
    ["p2", "p1"],
  ])("cut for streams that %s begins to %s alone: both ends know", async (peer, other) => {
    await cluster.faults.add({ kind: "block", service: "database", peer, other, direction: "out" });
    await cluster.advance(minutes(2) + seconds(30));
    expect(cluster.alarms(1)).toContain(20006);
    expect(cluster.alarms(2)).toContain(20006);
  });

  it("G12.13, G3.12: static NAT on LAN 1 of the primary: it gives no copy, and every peer shows it", async () => {
    cluster.set(1, "Ethernet 1 IP V4 StaticNAT Mode", "On");
    cluster.set(1, "Bandwidth Default", "512");
    await cluster.advance(minutes(2) + seconds(30));
    for (let hour = 0; hour < 3; hour++) {
      expect(cluster.alarms(1)).toEqual(expect.arrayContaining([20006, 20015]));
      for (const index of [2, 3]) {
        expect(cluster.alarms(index)).toEqual([20006, 20016]);
        expect(cluster.device(index).configuration.get("Bandwidth Default")).toBe("384");
        expect(shown(index)).toEqual(failed);
      }
      await cluster.advance(hours(1));
    }
    expect(actionOf(1, 20015)).toBe("Set IPv4 static NAT mode of LAN 1 to Off");
  });

  it("G12.13: static NAT on LAN 1 of a subordinate: it takes no copy, and the others do", async () => {
    cluster.set(2, "Ethernet 1 IP V4 StaticNAT Mode", "On");
    cluster.set(1, "Bandwidth Default", "512");
    await cluster.advance(minutes(2) + seconds(30));
    expect(cluster.alarms(2)).toEqual(expect.arrayContaining([20006, 20015]));
    expect([cluster.alarms(1), cluster.alarms(3)]).toEqual([[20006], [20006]]);
    const values = [2, 3].map((index) => cluster.device(index).configuration.get("Bandwidth Default"));
    expect(values).toEqual(["384", "512"]);
  });

  it("a Configuration primary beside a blank field is nobody's copy: Failed, with alarms, until it is set right", async () => {
    cluster.set(2, "Alternates ConfigurationPrimary", "6");
    await cluster.advance(minutes(1));
    expect(shown(2)).toEqual(failed);
    expect(cluster.alarms(2)).toEqual([20003, 20013, 20016, 20017]);
    expect(actionOf(2, 20003)).toBe("Set Configuration primary to the number of a peer in the list");
    cluster.set(2, "Alternates ConfigurationPrimary", "1");
    await cluster.advance(minutes(2) + seconds(5));
    expect(cluster.alarms(2)).toEqual([]);
    expect(shown(2)).toEqual(well);
  });

  it("G12.10: a primary whose database has failed gives no copy, and says why", async () => {
    await cluster.faults.add({ kind: "database-damaged", peer: "p1" });
    await cluster.advance(minutes(6));
    expect(cluster.alarms(1)).toContain(15005);
    expect(cluster.alarms(2)).toEqual([20006]);
    expect(cluster.device(2).alarms.standing()[0]?.evidence?.facts.join()).toMatch(/^10\.0\.0\.1 gives no copy: /);
    expect(shown(2).database).toBe("Failed");
  });
});

describe("what a copy cannot make equal", () => {
  it("G12.2: peers of two products ask for manual synchronization (20009), which cannot help, until they are apart", async () => {
    await cluster.stop();
    cluster = await SimulatedCluster.start({
      seed: 13,
      peers: 2,
      products: (index) => (index === 2 ? "expressway-c" : "expressway-e"),
    });
    await cluster.advance(minutes(5));
    expect(cluster.alarms(2)).toEqual([20009]);
    expect(cluster.alarms(1)).toEqual([]);
    expect(await cluster.command(2, "ForceConfigUpdate")).toEqual({
      ok: false,
      reason: "nothing can be copied: this peer is a Cisco Expressway-C and the primary a Cisco Expressway-E",
    });
  });

  it("G12.10: a primary whose database has failed refuses edits of what the cluster shares, and says why", async () => {
    await cluster.faults.add({ kind: "database-damaged", peer: "p1" });
    await cluster.advance(minutes(6));
    const edit = (path: string, value: string) =>
      cluster.device(1).configuration.set([{ path, value }], { user: "admin" });
    expect(edit("Bandwidth Default", "512")).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^the database of this primary has failed: restore a backup/) as string,
    });
    expect(edit("SystemUnit Name", "expe1")).toEqual({ ok: true });
  });
});

describe("what the database is said to be (G4.10)", () => {
  it("a primary without an NTP server gives copies, so it is Active there, and the alarm stands", async () => {
    await cluster.faults.add({ kind: "ntp-silent", peer: "p1" });
    await cluster.advance(hours(1));
    expect(cluster.alarms(1)).toContain(20010);
    expect(cluster.device(1).cluster.databaseStatus).toBe("Active");
    cluster.set(1, "Bandwidth Default", "512");
    await cluster.advance(minutes(3));
    for (const index of [2, 3]) expect(cluster.device(index).configuration.get("Bandwidth Default")).toBe("512");
  });

  it("while a peer is being added it begins, and has not failed", async () => {
    for (const index of [1, 2, 3]) cluster.set(index, "Alternates Peer 4 Address", "10.0.0.4");
    await cluster.advance(seconds(20));
    for (const index of [1, 2, 3]) expect(cluster.device(index).cluster.databaseStatus).toBe("Initializing");
  });

  it("a forced update that the primary refused leaves nothing behind", async () => {
    cluster.set(3, "Alternates ConfigurationPrimary", "3");
    await cluster.advance(seconds(20));
    const forced = cluster.command(2, "ForceConfigUpdate");
    await cluster.advance(seconds(20));
    expect(await forced).toMatchObject({ ok: false });
    await cluster.advance(minutes(1));
    cluster.set(3, "Alternates ConfigurationPrimary", "1");
    await cluster.advance(minutes(1));
    for (let hour = 0; hour < 3; hour++) {
      expect([1, 2, 3].map((index) => cluster.alarms(index))).toEqual([[], [], []]);
      for (const index of [1, 2, 3]) expect(cluster.device(index).cluster.databaseStatus).toBe("Active");
      await cluster.advance(hours(1));
    }
  });
});

it("G4.5 an address in the list is the same address however it is written", async () => {
  for (const [place, written] of ["2001:db8::4", "2001:0DB8:0:0::4", "2001:db8:0:0:0:0:0:4"].entries())
    cluster.set(place + 1, "Alternates Peer 4 Address", written);
  cluster.set(2, "Alternates Peer 1 Address", "::ffff:10.0.0.1");
  await cluster.advance(minutes(2));
  for (const index of [1, 2, 3]) expect(cluster.alarms(index)).not.toContain(20012);
  cluster.set(3, "Alternates Peer 4 Address", "2001:db8::5");
  await cluster.advance(minutes(2));
  for (const index of [1, 2, 3]) expect(cluster.alarms(index)).toContain(20012);
});
