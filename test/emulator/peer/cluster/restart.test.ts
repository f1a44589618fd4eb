import { expect, it } from "vitest";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { OPERATOR, SimulatedCluster } from "../../../simulation/simulated-cluster.ts";

it("a subordinate that restarts among healthy peers raises no alarm on its way back", async () => {
  const cluster = await SimulatedCluster.start({ seed: 6, peers: 3 });
  await cluster.advance(minutes(3));
  cluster.device(2).maintenance.request("restart", OPERATOR);
  await cluster.advance(minutes(3) + seconds(30));
  const raised = cluster
    .device(2)
    .alarms.all()
    .filter((record) => record.totalCount > 0);
  expect(raised.map((record) => record.type.id)).toEqual([]);
  await cluster.stop();
});

it("before the first contact the cluster database is Initializing, not Failed", async () => {
  const cluster = await SimulatedCluster.start({ seed: 7, peers: 3 });
  for (const index of [1, 2, 3]) expect(cluster.device(index).cluster.databaseStatus).toBe("Initializing");
  await cluster.advance(seconds(20));
  for (const index of [1, 2, 3]) expect(cluster.device(index).cluster.databaseStatus).toBe("Active");
  await cluster.stop();
});
