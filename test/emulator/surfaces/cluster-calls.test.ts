import { afterEach, beforeEach, expect, test } from "vitest";
import { alarmTable } from "../../../emulator/surfaces/rest/alarm-records.ts";
import { callTable } from "../../../emulator/surfaces/rest/call-records.ts";
import { resourceUsageTable } from "../../../emulator/surfaces/rest/resource-usage-records.ts";
import { statusAnswer } from "../../../emulator/surfaces/rest/status-answer.ts";
import type { StatusTable } from "../../../emulator/surfaces/rest/status-table.ts";
import type { Page } from "../../../emulator/surfaces/web/page.ts";
import { callDetails } from "../../../emulator/surfaces/web/pages/status/calls/call-details.tsx";
import { callHistory } from "../../../emulator/surfaces/web/pages/status/calls/call-history.tsx";
import { calls } from "../../../emulator/surfaces/web/pages/status/calls/calls.tsx";
import { minutes, seconds } from "../../../emulator/world/duration.ts";
import { addressOf, type SimulatedCluster } from "../../simulation/simulated-cluster.ts";
import { call, startCarryingCluster } from "../peer/calls/call/carrying-cluster.ts";
import { shownPage } from "./web/shown-page.tsx";
import { listRows, tableRows } from "./web/web-client.ts";

let cluster: SimulatedCluster;
let own: string;
let other: string;

beforeEach(async () => {
  cluster = await startCarryingCluster({ seed: 1, peers: 2 });
  cluster.set(2, "SystemUnit Name", "vcs-2");
  own = await serialOf(1, "alice@example.com");
  other = await serialOf(2, "carol@example.com");
  await cluster.advance(minutes(1));
});

afterEach(() => cluster.stop());

async function serialOf(index: number, source: string): Promise<string> {
  const outcome = await call(cluster, index, { source });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.call.serialNumber;
}

/** A page as peer 1 shows it. */
const shown = (page: Page, query: Record<string, string> = {}): string => shownPage(cluster.device(1), page, { query });

const peersOf = (table: StatusTable, ...filters: string[]) => {
  const answer = statusAnswer(cluster.device(1), table, filters);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.peers;
};

test("the calls of all peers are listed; those of others cannot be ticked, but looked at", () => {
  const html = shown(calls);
  expect(listRows(html).map((row) => [row[3], row[7]])).toEqual([
    ["alice@example.com", addressOf(1)],
    ["carol@example.com", "vcs-2"],
  ]);
  expect([...html.matchAll(/type="checkbox" name="call" value="([^"]*)"/g)].map(([, value]) => value)).toEqual([own]);
  expect(Object.fromEntries(tableRows(shown(callDetails, { id: other })))).toMatchObject({
    State: "Connected",
    Peer: "vcs-2",
    Source: "carol@example.com",
    Route: "DefaultZone, TraversalSubZone, Far",
  });
});

test("the histories of all peers are one", async () => {
  cluster.device(2).calls.disconnect(other, { user: "admin" });
  await cluster.advance(minutes(1));
  cluster.device(1).calls.disconnect(own, { user: "admin" });
  expect(listRows(shown(calls))).toEqual([]);
  expect(listRows(shown(callHistory)).map((row) => [row[3], row[7], row[8]])).toEqual([
    ["alice@example.com", "Operator disconnected", addressOf(1)],
    ["carol@example.com", "Operator disconnected", "vcs-2"],
  ]);
});

test("a history that is cleared on one peer is gone on all, and what follows is told again", async () => {
  cluster.device(2).calls.disconnect(other, { user: "admin" });
  cluster.device(1).calls.disconnect(own, { user: "admin" });
  await cluster.advance(minutes(1));
  const listed = (): unknown => new Set(listRows(shown(callHistory)).map((row) => row[3]));
  expect(listed()).toEqual(new Set(["alice@example.com", "carol@example.com"]));
  await cluster.command(2, "ClearAllStatus", {});
  await cluster.advance(seconds(1));
  expect(listed()).toEqual(new Set(["alice@example.com"]));
  const dave = await serialOf(2, "dave@example.com");
  const erin = await serialOf(2, "erin@example.com");
  // At one moment, before and after.
  cluster.device(2).calls.disconnect(dave, { user: "admin" });
  await cluster.command(2, "ClearAllStatus", {});
  cluster.device(2).calls.disconnect(erin, { user: "admin" });
  await cluster.advance(seconds(1));
  expect(listed()).toEqual(new Set(["alice@example.com", "erin@example.com"]));
});

test("REST has an object for each peer where peers share the records", async () => {
  expect(
    peersOf(callTable, "active", "true").map(({ peer, local_peer, records }) => [
      peer,
      local_peer,
      records[0]?.["uuid"],
    ]),
  ).toEqual([
    [addressOf(1), true, own],
    [addressOf(2), false, other],
  ]);
  cluster.set(2, "SystemUnit Maintenance Mode", "On");
  await cluster.advance(minutes(1));
  expect(peersOf(alarmTable, "id", "15015").map(({ records }) => records[0]?.["status"])).toEqual([
    "lowered",
    "raised",
  ]);
  for (const table of [alarmTable, callTable])
    for (const { records } of peersOf(table))
      for (const record of records) expect(Object.keys(record)).toEqual(table.members);
  expect(peersOf(resourceUsageTable)).toHaveLength(1);
});
