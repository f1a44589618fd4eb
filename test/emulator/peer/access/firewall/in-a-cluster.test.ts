import { expect, test } from "vitest";
import { minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { addressOf, SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";
import { addRule, deleteRule, putInForce } from "./rules.ts";

const management = { Service: "ClusterManagement" };

async function startCluster(): Promise<SimulatedCluster> {
  const cluster = await SimulatedCluster.start({ seed: 14, peers: 3 });
  await cluster.advance(minutes(3));
  return cluster;
}

const inForce = (cluster: SimulatedCluster, index: number): string[] =>
  cluster.device(index).firewall.inForce.map(({ Description }) => Description);

test("G5.10 G14.6 rules that are accepted on the primary come with the copy, and every peer puts them in force", async () => {
  const cluster = await startCluster();
  await addRule(cluster.device(1), { Address: "198.51.100.0", PrefixLength: "24", Description: "outside" });
  cluster.device(1).firewall.activate();
  // On trial they are those of one peer; the working copy is everybody's.
  await cluster.advance(seconds(14));
  expect([1, 2, 3].map((index) => inForce(cluster, index))).toEqual([["outside"], [], []]);
  cluster.device(1).firewall.accept({ user: "admin" });
  await cluster.advance(minutes(3));
  expect([1, 2, 3].map((index) => inForce(cluster, index))).toEqual([["outside"], ["outside"], ["outside"]]);
  expect(cluster.device(2).firewall.listed.map(({ state }) => state)).toEqual([""]);
  expect([1, 2, 3].map((index) => cluster.alarms(index))).toEqual([[], [], []]);
  await cluster.stop();
});

test("G14.4 G14.6 a rule that drops UDP 4369-4380 loses the peer to all others, with communication alarms until it is deleted", async () => {
  const cluster = await startCluster();
  await addRule(cluster.device(2), management);
  putInForce(cluster.device(2));
  await cluster.advance(seconds(45));
  expect([1, 2, 3].map((index) => cluster.words(index))).toEqual([
    ["This system", "Failed", "Active"],
    ["Failed", "This system", "Failed"],
    ["Active", "Failed", "This system"],
  ]);
  expect([1, 2, 3].map((index) => cluster.alarms(index))).toEqual([
    [20004, 20006],
    [20004, 20006, 20016],
    [20004, 20006],
  ]);
  await deleteRule(cluster.device(2), 1);
  putInForce(cluster.device(2));
  await cluster.advance(minutes(5));
  expect([1, 2, 3].map((index) => cluster.alarms(index))).toEqual([[], [], []]);
  expect(cluster.words(1)).toEqual(["This system", "Active", "Active"]);
  await cluster.stop();
});

test("G14.3 G14.6 a rule that drops H.323 from one peer stops its bandwidth updates and nobody else's", async () => {
  const cluster = await startCluster();
  await addRule(cluster.device(2), { Service: "H323", Address: addressOf(1), PrefixLength: "32" });
  putInForce(cluster.device(2));
  await cluster.advance(minutes(1));
  const { bandwidth } = cluster.device(2);
  expect([bandwidth.hears(addressOf(1)), bandwidth.hears(addressOf(3))]).toEqual([false, true]);
  expect(cluster.device(1).bandwidth.hears(addressOf(2))).toBe(true);
  await deleteRule(cluster.device(2), 1);
  putInForce(cluster.device(2));
  await cluster.advance(minutes(1));
  expect(bandwidth.hears(addressOf(1))).toBe(true);
  await cluster.stop();
});

test.each(["Drop", "Reject"])(
  "G14.2 G14.6 a rule on the primary to %s AH stops the copy, with an alarm where one is wanted",
  async (Action) => {
    const cluster = await startCluster();
    await addRule(cluster.device(1), { Transport: "AH", Action });
    putInForce(cluster.device(1));
    cluster.set(1, "Bandwidth Default", "768");
    await cluster.advance(minutes(5));
    const copied = (): string[] => [2, 3].map((index) => cluster.device(index).configuration.get("Bandwidth Default"));
    expect(copied()).toEqual(["384", "384"]);
    expect([2, 3].map((index) => cluster.alarms(index))).toEqual([
      [20006, 20016],
      [20006, 20016],
    ]);
    await deleteRule(cluster.device(1), 1);
    putInForce(cluster.device(1));
    await cluster.advance(minutes(5));
    expect(copied()).toEqual(["768", "768"]);
    expect([2, 3].map((index) => cluster.alarms(index))).toEqual([[], []]);
    await cluster.stop();
  },
);

test("G14.1 G14.6 a rule that drops ISAKMP lets associations stand and none come about after a restart", async () => {
  const cluster = await startCluster();
  // Rules of the primary, or the copy would take them away.
  await addRule(cluster.device(1), { Service: "ISAKMP" });
  putInForce(cluster.device(1));
  await cluster.advance(minutes(3));
  expect(cluster.words(1)).toEqual(["This system", "Active", "Active"]);
  cluster.device(2).maintenance.request("restart", { user: "admin" });
  await cluster.advance(minutes(5));
  expect(cluster.words(2)).toEqual(["Failed", "This system", "Failed"]);
  expect(cluster.alarms(2)).toEqual(expect.arrayContaining([20004, 20006]));
  await deleteRule(cluster.device(1), 1);
  putInForce(cluster.device(1));
  await cluster.advance(minutes(3));
  // The rule came with the copy, and the peer that nobody reaches goes by it still.
  expect(inForce(cluster, 3)).toEqual([]);
  expect(cluster.words(1)).toEqual(["This system", "Failed", "Active"]);
  await deleteRule(cluster.device(2), 1);
  putInForce(cluster.device(2));
  await cluster.advance(minutes(5));
  expect(cluster.words(1)).toEqual(["This system", "Active", "Active"]);
  expect([1, 2, 3].map((index) => cluster.alarms(index))).toEqual([[], [], []]);
  await cluster.stop();
});
