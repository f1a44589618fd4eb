import type { Change } from "../emulator/peer/core/configuration-change.ts";
import { minutes, seconds } from "../emulator/world/duration.ts";
import { OPERATOR, SimulatedCluster } from "../test/simulation/simulated-cluster.ts";
import { type Measurement, median } from "./measure.ts";

const RUNS = 3;

/** How the cost of a copy grows with the items copied and with the peers that take it, and what a small change costs. */
export async function measureScaling(): Promise<Measurement[]> {
  const perItem = new Map<number, number>();
  for (const items of [1000, 10_000, 50_000]) perItem.set(items, (await copyOf(items, 2)) / items);
  const perPeer = new Map<number, number>();
  for (const peers of [2, 6]) perPeer.set(peers, (await copyOf(10_000, peers)) / (peers - 1));
  const cost = (items: number): number => perItem.get(items) ?? Number.NaN;
  return [
    ...[...perItem].map(([items, milliseconds]) => ({
      what: `Copy of ${items} items to one peer, simulated`,
      figure: milliseconds * items,
      unit: "ms",
      bar: { most: items / 10 },
    })),
    {
      what: "An item of 50000 against one of 10000",
      figure: cost(50_000) / cost(10_000),
      unit: "×",
      bar: { most: 1.5 },
    },
    {
      what: "A peer of six against one of two, 10000 items",
      figure: (perPeer.get(6) ?? Number.NaN) / (perPeer.get(2) ?? Number.NaN),
      unit: "×",
      bar: { most: 1.5 },
    },
    { what: "Copy of one change among 50000 items", figure: await copyOf(50_000, 2, 1), unit: "ms", bar: { most: 10 } },
  ];
}

/**
 * The machine's time for the cycle in which all subordinates take over a change of the primary's.
 * @param changed how many of the items change between two copies; by default all of them
 */
async function copyOf(items: number, peers: number, changed = items): Promise<number> {
  const cluster = await SimulatedCluster.start({ seed: 1, peers });
  await cluster.advance(seconds(130));
  const primary = cluster.device(1).configuration;
  const took: number[] = [];
  set(primary, itemsOf(items, 0));
  await cluster.advance(minutes(2));
  for (let run = 1; run <= RUNS; run++) {
    set(primary, itemsOf(items, run).slice(0, changed));
    // Everything that the change alone causes is over before the clock runs.
    await cluster.advance(1);
    const started = performance.now();
    await cluster.advance(minutes(2));
    took.push(performance.now() - started);
    const equal = cluster.running.every(({ configuration }) => configuration.digest.text === primary.digest.text);
    if (!equal) throw new Error("the copy is not equal");
  }
  await cluster.stop();
  return median(took);
}

function set(
  configuration: { set: (changes: Change[], actor: typeof OPERATOR) => { ok: boolean } },
  changes: Change[],
) {
  if (!configuration.set(changes, OPERATOR).ok) throw new Error("the items were refused");
}

/** Rows of the long lists: zones, search rules, links; the values differ for each run. */
function itemsOf(count: number, run: number): Change[] {
  const changes: Change[] = [];
  const add = (path: string, value: string): void => void changes.push({ path, value });
  for (let row = 1; row <= 1000; row++) {
    const zone = `Zones Zone ${row}`;
    add(`${zone} HopCount`, String(1 + ((row + run) % 200)));
    add(`${zone} Name`, `zone-${row}`);
    add(`${zone} Type`, "Neighbor");
    add(`${zone} H323 Mode`, "Off");
    for (const port of ["H323 Port", "H323 CallSignaling Port", "SIP Port"])
      add(`${zone} Neighbor ${port}`, String(2000 + ((row + run) % 60_000)));
    for (let peer = 1; peer <= 6; peer++) add(`${zone} Neighbor Peer ${peer} Address`, `127.77.${run}.${peer}`);
  }
  for (let row = 2; row <= 2000; row++) {
    const rule = `Zones Policy SearchRules Rule ${row}`;
    add(`${rule} Priority`, String(1 + ((row + run) % 60_000)));
    for (const item of ["Name", "Description", "Source Name", "Target Name"])
      add(`${rule} ${item}`, `${item} ${row} ${run}`);
    add(`${rule} State`, "Disabled");
    add(`${rule} Protocol`, "SIP");
    add(`${rule} Progress`, "Stop");
    add(`${rule} Source Mode`, "Named");
    add(`${rule} Mode`, "AliasPatternMatch");
    add(`${rule} Pattern String`, `pattern-${row}-${run}`);
    add(`${rule} Pattern Replace`, `replace-${row}-${run}`);
  }
  for (let row = 10; row <= 3000; row++) {
    const link = `Bandwidth Link ${row}`;
    add(`${link} Name`, `link-${row}`);
    for (const item of ["Node1 Name", "Node2 Name", "Pipe1 Name", "Pipe2 Name"])
      add(`${link} ${item}`, `node-${row}-${run}`);
  }
  if (changes.length < count) throw new RangeError(`only ${changes.length} items`);
  return changes.slice(0, count);
}
