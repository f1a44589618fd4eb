import { minutes } from "../emulator/world/duration.ts";
import { SimulatedCluster } from "../test/simulation/simulated-cluster.ts";
import type { Measurement } from "./measure.ts";

const BYTES_A_MEGABYTE = 1_000_000;

/** How many peers a process holds: 600 on their own, and 100 clusters of six. */
export async function measureMany(): Promise<Measurement[]> {
  return [
    { what: "Memory a peer, 600 stand-alone peers in one process", ...(await memoryOf(600, 1)), bar: { most: 5 } },
    { what: "Memory a peer, 100 clusters of six in one process", ...(await memoryOf(100, 6)), bar: { most: 5 } },
  ];
}

async function memoryOf(clusters: number, peers: number): Promise<{ figure: number; unit: string }> {
  const before = process.memoryUsage().rss;
  const running: SimulatedCluster[] = [];
  for (let seed = 1; seed <= clusters; seed++) {
    const cluster = await SimulatedCluster.start({ seed, peers, formed: peers > 1 });
    await cluster.advance(minutes(3));
    running.push(cluster);
  }
  const after = process.memoryUsage().rss;
  for (const cluster of running) await cluster.stop();
  return { figure: (after - before) / (clusters * peers) / BYTES_A_MEGABYTE, unit: "MB" };
}
