import { expect, it } from "vitest";
import { minutes } from "../../../../../emulator/world/duration.ts";
import { SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";
import { keyFor } from "../call/carrying-cluster.ts";

it("TURN services without a license raise 30011 until a key for relays is there, on any peer of the cluster", async () => {
  const cluster = await SimulatedCluster.start({ seed: 3, peers: 2 });
  cluster.set(1, "Traversal Server TURN Mode", "On");
  expect([cluster.alarms(1), cluster.alarms(2)]).toEqual([[30011], []]);
  // The mode is copied, and so the alarm is everybody's.
  await cluster.advance(minutes(5));
  expect([cluster.alarms(1), cluster.alarms(2)]).toEqual([[30011], [30011]]);
  expect(await cluster.command(2, "OptionKeyAdd", { Key: keyFor(2, "I100") })).toEqual({ ok: true });
  expect(cluster.alarms(2)).toEqual([]);
  await cluster.advance(minutes(1));
  expect(cluster.alarms(1)).toEqual([]);
  await cluster.stop();
});

it("an Expressway-C ignores a key for TURN relays and says so (30009)", async () => {
  const cluster = await SimulatedCluster.start({ seed: 4, peers: 1, product: "expressway-c" });
  await cluster.command(1, "OptionKeyAdd", { Key: keyFor(1, "I100") });
  cluster.set(1, "Traversal Server TURN Mode", "On");
  expect(cluster.alarms(1)).toEqual([30009]);
  const { licensing } = cluster.device(1);
  expect([licensing.use("TURN relay")?.pool, licensing.ownLicenses()]).toEqual([0, {}]);
  expect(await cluster.command(1, "OptionKeyDelete", { OptionKeyId: "1" })).toEqual({ ok: true });
  expect(cluster.alarms(1)).toEqual([]);
  await cluster.stop();
});
