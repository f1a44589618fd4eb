import { days, minutes, seconds } from "../emulator/world/duration.ts";
import { KNOWN_ALIAS, neighborItems, startNeighbor } from "../test/simulation/neighbor.ts";
import { SimulatedCluster } from "../test/simulation/simulated-cluster.ts";
import type { Measurement } from "./measure.ts";

const SPAN = days(14);
const BETWEEN_CALLS = minutes(10);
const CALL_LENGTH = minutes(3);

/** Two weeks of a formed cluster of six that carries calls, in simulated time. */
export async function measureFortnight(): Promise<Measurement[]> {
  const cluster = await SimulatedCluster.start({
    seed: 1,
    peers: 6,
    configuration: neighborItems,
    licenses: 10,
  });
  await startNeighbor(cluster.world);
  await cluster.advance(minutes(5));
  let calls = 0;
  let refused = 0;
  cluster.world.clock.every("callers", BETWEEN_CALLS, () => {
    calls++;
    const request = {
      source: "caller@example.com",
      destination: KNOWN_ALIAS,
      protocol: "SIP",
      media: "video",
    } as const;
    cluster
      .device(1 + (calls % 6))
      .calls.place({ ...request, from: "DefaultZone", duration: CALL_LENGTH }, ({ ok }) => (refused += ok ? 0 : 1));
  });
  const started = performance.now();
  await cluster.advance(SPAN);
  const took = performance.now() - started;
  const alarms = cluster.running.flatMap((device) => device.alarms.standing());
  if (refused > 0 || alarms.length > 0) throw new Error(`${refused} calls refused, ${alarms.length} alarms`);
  await cluster.advance(seconds(1));
  await cluster.stop();
  return [
    {
      what: `Two weeks of a formed cluster of six with ${calls} calls, simulated`,
      figure: took / 1000,
      unit: "s",
      bar: { most: 8 },
    },
    { what: "The same against real time", figure: SPAN / took, unit: "×", bar: { least: 150_000 } },
  ];
}
