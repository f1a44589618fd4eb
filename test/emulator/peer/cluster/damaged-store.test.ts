import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { retain } from "../../../../emulator/store/retain.ts";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { SimulatedCluster } from "../../../simulation/simulated-cluster.ts";

let directory: string;
let cluster: SimulatedCluster;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "xtwin-damaged-"));
  cluster = await SimulatedCluster.start({ seed: 5, peers: 2, dataDirectory: (index) => join(directory, `p${index}`) });
  await cluster.advance(minutes(3));
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
  rmSync(directory, { recursive: true });
});

/** A second program at the peer's file: a store that does not keep what is written to it. */
function damage(sql: string): void {
  const database = retain(new Database(join(directory, "p2", "peer.sqlite")));
  database.exec(sql);
  database.close();
}

it("G12.2, G12.11: a copy that does not come out equal asks for manual synchronization (20009) until ForceConfigUpdate", async () => {
  damage(`CREATE TRIGGER damage AFTER INSERT ON configuration WHEN NEW.path = 'Bandwidth Default'
          BEGIN UPDATE configuration SET value = '999' WHERE path = NEW.path; END`);
  cluster.set(1, "Bandwidth Default", "768");
  cluster.set(1, "SIP Session Refresh Value", "1000");
  await cluster.advance(minutes(2) + seconds(5));
  expect(cluster.alarms(2)).toEqual([20009]);
  // All or nothing: the item that would have fitted is not there either.
  expect(cluster.device(2).configuration.get("Bandwidth Default")).toBe("384");
  expect(cluster.device(2).configuration.get("SIP Session Refresh Value")).toBe("1800");

  const inVain = cluster.command(2, "ForceConfigUpdate");
  await cluster.advance(seconds(5));
  expect(await inVain).toMatchObject({ ok: false });
  expect(cluster.alarms(2)).toEqual([20009]);

  damage("DROP TRIGGER damage");
  const forced = cluster.command(2, "ForceConfigUpdate");
  await cluster.advance(seconds(5));
  expect(await forced).toEqual({ ok: true });
  expect(cluster.alarms(2)).toEqual([]);
  expect(cluster.device(2).configuration.digest.text).toBe(cluster.device(1).configuration.digest.text);
});

it("a store that refuses writes fails the copy, not the peer (20009)", async () => {
  damage(`CREATE TRIGGER full BEFORE INSERT ON configuration BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  cluster.set(1, "Bandwidth Default", "768");
  await cluster.advance(minutes(2) + seconds(5));
  expect(cluster.alarms(2)).toEqual([20009]);
  expect(cluster.device(2).alarms.standing()[0]?.evidence?.facts.join()).toContain("disk full");
});
