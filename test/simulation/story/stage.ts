import { PRODUCT_TIMES } from "../../../emulator/peer/maintenance/times.ts";
import { minutes, seconds } from "../../../emulator/world/duration.ts";
import { seededRandom } from "../../../emulator/world/random.ts";
import { Checkers } from "../checkers/checkers.ts";
import { KNOWN_ALIAS, neighborItems, startNeighbor } from "../neighbor.ts";
import { SimulatedCluster } from "../simulated-cluster.ts";
import type { Shelf } from "../upkeep.ts";
import type { Setup, Step } from "./story.ts";
import { Touched } from "./touched.ts";

/** A cluster on which a story is played, and all that is kept of it. */
export interface Stage {
  readonly cluster: SimulatedCluster;
  readonly setup: Setup;
  readonly checkers: Checkers;
  readonly touched: Touched;
  readonly shelf: Shelf;
  /** What happened, for whoever has to find out why a story fails. */
  readonly told: string[];
}

export async function setUp(setup: Setup): Promise<Stage> {
  const { seed, peers, formed, licenses, clockErrors, callers } = setup;
  const looks: (() => void)[] = [];
  const items = itemsOf(setup);
  const cluster = await SimulatedCluster.start({
    seed,
    peers,
    formed,
    ...(licenses !== undefined && { licenses }),
    ...(clockErrors && { clockError: (index) => seconds(clockErrors[index - 1] ?? 0) }),
    ...(setup.quickUpkeep && { times: { ...PRODUCT_TIMES, factoryReset: minutes(4), upgrade: seconds(50) } }),
    configuration: () => items,
    afterEach: () => looks.forEach((look) => look()),
  });
  const checkers = new Checkers(cluster);
  looks.push(() => checkers.look());
  if (setup.pipe !== undefined) await startNeighbor(cluster.world);
  if (callers !== undefined) startCallers(cluster, callers);
  return { cluster, setup, checkers, touched: new Touched(), shelf: [], told: [] };
}

export function tell({ cluster, told }: Stage, what: string): void {
  told.push(`${Math.round(cluster.world.clock.monotonic() / 1000)} s: ${what}`);
}

/** A zone to call into, and a pipe on the way that is too narrow for many calls. */
function itemsOf({ pipe }: Setup): Record<string, string> {
  if (pipe === undefined) return {};
  return {
    ...neighborItems(),
    "Bandwidth Pipe 1 Name": "Narrow",
    "Bandwidth Pipe 1 Bandwidth Total Mode": "Limited",
    "Bandwidth Pipe 1 Bandwidth Total Limit": String(pipe),
    "Bandwidth Link 6 Pipe1 Name": "Narrow",
  };
}

function startCallers(cluster: SimulatedCluster, seed: number): void {
  const random = seededRandom(`callers ${seed}`);
  cluster.world.clock.every("callers", seconds(20), () => {
    const peer = 1 + Math.floor(random.fraction() * cluster.peers.length);
    const [kbps, length] = [128 + Math.floor(random.fraction() * 900), 20 + Math.floor(random.fraction() * 200)];
    placeCalls(cluster, { do: "calls", peers: [peer], each: 1, kbps, seconds: length, media: "video" });
  });
}

/** @returns false when nobody was there to call */
export function placeCalls(
  cluster: SimulatedCluster,
  { peers, each, kbps, seconds: length, media }: Extract<Step, { do: "calls" }>,
): boolean {
  const callers = peers.flatMap((peer) => cluster.peers[peer - 1]?.device ?? []);
  for (const { calls } of callers) {
    for (let call = 0; call < each; call++) {
      calls.place(
        {
          source: "caller@example.com",
          destination: KNOWN_ALIAS,
          protocol: "SIP",
          media,
          from: "DefaultZone",
          bandwidth: kbps,
          duration: seconds(length),
        },
        () => {},
      );
    }
  }
  return callers.length > 0;
}
