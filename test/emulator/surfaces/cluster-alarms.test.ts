import { afterEach, beforeEach, expect, test } from "vitest";
import { alarms } from "../../../emulator/surfaces/web/pages/status/alarms.tsx";
import { minutes, seconds } from "../../../emulator/world/duration.ts";
import { addressOf, OPERATOR, SimulatedCluster } from "../../simulation/simulated-cluster.ts";
import { shownPage } from "./web/shown-page.tsx";
import { listRows } from "./web/web-client.ts";

let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 1, peers: 3 });
  await cluster.advance(minutes(3));
  cluster.set(2, "SystemUnit Name", "expe-2");
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

const page = (port?: number): string => shownPage(cluster.device(1), alarms, port === undefined ? {} : { port });

/** State, peer and number of each row. */
const rows = () => listRows(page()).map((row) => [row[3], row[5], row[9]]);

const uuids = (): string[] =>
  [...page().matchAll(/type="checkbox" name="alarm" value="([^"]*)"/g)].map(([, id = ""]) => id);

const standing = (index: number) => cluster.device(index).alarms.standing();

test("the alarms of all peers are listed, own ones first; those of others lead to their peer", async () => {
  cluster.set(3, "SystemUnit Maintenance Mode", "On");
  cluster.set(2, "SystemUnit Maintenance Mode", "On");
  cluster.set(1, "H323 Mode", "Off");
  await cluster.advance(seconds(15));
  expect(rows()).toEqual([
    ["New", addressOf(1), "20018"],
    ["New", "expe-2", "15015"],
    ["New", addressOf(3), "15015"],
  ]);
  expect(uuids()).toEqual(standing(1).map(({ type }) => type.uuid));
  for (const index of [2, 3]) {
    for (const place of ["alarms", "eventlog?filter=15015", "maintenancemode"])
      expect(page()).toContain(`<a href="//${addressOf(index)}/${place}"`);
    expect(page(8443)).toContain(`<a href="//${addressOf(index)}:8443/alarms" aria-label=`);
  }
  const [shown] = listRows(page()).filter((row) => row[5] === "expe-2");
  const { type } = standing(2)[0] ?? {};
  expect(shown?.slice(1, 3)).toEqual([type?.title, type?.description]);
});

test("an acknowledgement on another peer shows, and so does the end of its alarm", async () => {
  cluster.set(2, "SystemUnit Maintenance Mode", "On");
  await cluster.advance(seconds(15));
  expect(rows()).toEqual([["New", "expe-2", "15015"]]);
  // Nothing here can be acknowledged.
  expect(page()).not.toContain("<button");
  cluster.device(2).alarms.acknowledge(standing(2)[0]?.type.uuid ?? "", "admin");
  await cluster.advance(seconds(15));
  expect(rows()).toEqual([["Acknowledged", "expe-2", "15015"]]);
  cluster.set(2, "SystemUnit Maintenance Mode", "Off");
  await cluster.advance(seconds(15));
  expect(page()).toContain("There are no alarms.");
});

test("a peer that is lost has no alarms here", async () => {
  cluster.set(2, "SystemUnit Maintenance Mode", "On");
  await cluster.advance(seconds(15));
  cluster.device(2).maintenance.request("shutdown", OPERATOR);
  await cluster.advance(minutes(2));
  expect(rows().map(([, peer]) => peer)).not.toContain("expe-2");
  expect(rows()).toContainEqual(["New", addressOf(1), "20004"]);
  expect(rows()).toContainEqual(["New", addressOf(3), "20004"]);
});
