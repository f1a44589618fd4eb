import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { purgeDatabase } from "../../../../emulator/peer/maintenance/reset/purge-database.ts";
import { retain } from "../../../../emulator/store/retain.ts";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { addressOf, OPERATOR, SimulatedCluster } from "../../../simulation/simulated-cluster.ts";

let directory: string;
let cluster: SimulatedCluster;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "xtwin-failure-"));
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
  rmSync(directory, { recursive: true });
});

const get = (index: number, path: "Bandwidth Default" | "SystemUnit Name"): string =>
  cluster.device(index).configuration.get(path);

describe.each(["in memory", "in a file"])("G12.10 a peer whose database, %s, is damaged", (where) => {
  beforeEach(async () => {
    const dataDirectory = (index: number): string => join(directory, `p${index}`);
    cluster = await SimulatedCluster.start({ seed: 9, peers: 3, ...(where === "in a file" && { dataDirectory }) });
    await cluster.advance(minutes(3));
    cluster.set(1, "Bandwidth Default", "512");
    cluster.set(3, "SystemUnit Name", "third");
    await cluster.advance(minutes(3));
  });

  it("starts anew with its own items and 15005, copies nothing, and restarts do not change that", async () => {
    expect(get(3, "Bandwidth Default")).toBe("512");
    await cluster.faults.add({ kind: "database-damaged", peer: "p3" });
    expect(cluster.peers[2]?.device).toBeUndefined();
    await cluster.advance(minutes(4));
    expect([get(3, "SystemUnit Name"), get(3, "Bandwidth Default")]).toEqual(["third", "384"]);
    expect(cluster.device(3).cluster.settings.peers).toHaveLength(3);
    for (const round of [1, 2]) {
      cluster.set(1, "Bandwidth Default", String(round * 1000));
      await cluster.advance(minutes(5));
      expect(cluster.alarms(3)).toEqual([15005]);
      expect(cluster.device(3).cluster.databaseStatus).toBe("Failed");
      expect(cluster.device(3).cluster.replicationStatus).toBe("Failed");
      expect(get(3, "Bandwidth Default")).toBe("384");
      expect(get(2, "Bandwidth Default")).toBe(String(round * 1000));
      expect([cluster.alarms(1), cluster.alarms(2)]).toEqual([[], []]);
      expect(await cluster.command(3, "ForceConfigUpdate")).toMatchObject({ ok: false });
      cluster.device(3).maintenance.request("restart", OPERATOR);
      await cluster.advance(minutes(4));
    }
    const kept =
      where === "in a file" ? readdirSync(join(directory, "p3")).filter((name) => name.includes("damaged")) : [];
    expect(kept).toEqual(where === "in a file" ? ["peer.sqlite.damaged-1"] : []);
  });

  it("finds it when it is damaged while the peer is down", async () => {
    await cluster.peers[2]?.powerOff();
    await cluster.faults.add({ kind: "database-damaged", peer: "p3" });
    await cluster.advance(minutes(10));
    expect(cluster.peers[2]?.device).toBeUndefined();
    await cluster.peers[2]?.powerOn();
    expect(cluster.alarms(3)).toContain(15005);
    expect(get(3, "SystemUnit Name")).toBe("third");
  });

  it("finds it when it is damaged during a restart", async () => {
    cluster.device(3).maintenance.request("restart", OPERATOR);
    await cluster.advance(minutes(1));
    await cluster.faults.add({ kind: "database-damaged", peer: "p3" });
    await cluster.advance(minutes(3));
    expect(cluster.alarms(3)).toContain(15005);
  });

  it("gives its configuration to nobody when it is the primary", async () => {
    await cluster.faults.add({ kind: "database-damaged", peer: "p1" });
    await cluster.advance(minutes(10));
    expect(cluster.alarms(1)).toEqual([15005]);
    expect([1, 2, 3].map((index) => get(index, "Bandwidth Default"))).toEqual(["384", "512", "512"]);
    const forced = cluster.command(2, "ForceConfigUpdate");
    await cluster.advance(seconds(5));
    expect(await forced).toMatchObject({
      ok: false,
      reason: "the primary peer 10.0.0.1 gives no copy: its database has failed",
    });
    expect(get(2, "Bandwidth Default")).toBe("512");
  });

  it("G12.12 loses all but what makes it reachable when its database is destroyed, and the alarm with it", async () => {
    await cluster.faults.add({ kind: "database-damaged", peer: "p3" });
    await cluster.advance(minutes(4));
    cluster.device(3).maintenance.request("restart", OPERATOR, purgeDatabase);
    await cluster.advance(minutes(4));
    const { configuration, alarms } = cluster.device(3);
    expect(alarms.standing().map(({ type }) => type.id)).not.toContain(15005);
    const own = [...configuration.allStored()].filter(({ scope }) => scope === "peer").map(({ path }) => path);
    expect(own).toEqual(["Ethernet 1 IP V4 Address"]);
    expect(cluster.device(3).address).toBe(addressOf(3));
    expect(cluster.device(3).cluster.clustered).toBe(false);
  });
});

it("G12.10 a damage that a statement finds while the peer runs leads to the same", async () => {
  cluster = await SimulatedCluster.start({ seed: 9, peers: 2, dataDirectory: (index) => join(directory, `p${index}`) });
  await cluster.advance(minutes(3));
  // A second program at the file leads the peer to pages that are not there.
  const database = retain(new Database(join(directory, "p2", "peer.sqlite")));
  database.unsafeMode();
  database.exec("PRAGMA writable_schema = ON");
  database.exec("UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'configuration'");
  database.exec("PRAGMA schema_version = 999");
  database.close();
  expect(cluster.peers[1]?.device).toBeDefined();
  cluster.set(1, "Bandwidth Default", "768");
  await cluster.advance(minutes(2) + seconds(10));
  expect(cluster.peers[1]?.device).toBeUndefined();
  await cluster.advance(minutes(4));
  expect(cluster.alarms(2)).toContain(15005);
  expect(cluster.device(2).address).toBe(addressOf(2));
});
