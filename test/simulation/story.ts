import { PRODUCT_TIMES } from "../../emulator/peer/maintenance/times.ts";
import { minutes, seconds } from "../../emulator/world/duration.ts";
import { seededRandom, type Random } from "../../emulator/world/random.ts";
import { Checkers } from "./checkers.ts";
import { KNOWN_ALIAS, neighborItems, startNeighbor } from "./neighbor.ts";
import { drawProcedure, perform } from "./procedures.ts";
import { repair } from "./repair.ts";
import { OPERATOR, SimulatedCluster } from "./simulated-cluster.ts";
import { doUpkeep, type Shelf } from "./upkeep.ts";

const TROUBLE = minutes(8);

export interface Outcome {
  /** What happened, for whoever has to find out why a seed fails. */
  readonly story: readonly string[];
  /** What did not hold on the way or does not hold at the end; empty when all is well. */
  readonly broken: readonly string[];
}

/**
 * One seed: one to six peers, eight minutes of faults, calls, edits and procedures of the guide, done whole or abandoned;
 * then everything is mended as an operator would. Checkers look after every event; at the end the peers that are left in
 * one cluster are equal and no alarm stands.
 */
export async function story(seed: number): Promise<Outcome> {
  const random = seededRandom(`operators ${seed}`);
  const below = (limit: number): number => Math.floor(random.fraction() * limit);
  const count = 1 + below(6);
  const formed = random.fraction() < 0.7;
  const looks: (() => void)[] = [];
  const cluster = await SimulatedCluster.start({
    seed,
    peers: count,
    formed,
    licenses: 3,
    // A peer that is switched on does not know the time.
    clockError: () => (below(3) === 0 ? seconds(below(120) - 60) : 0),
    // Stories are short; what counts is that a peer is away, and comes back as something else.
    times: { ...PRODUCT_TIMES, factoryReset: minutes(4), upgrade: seconds(50) },
    configuration: () => (formed ? roads() : {}),
    afterEach: () => looks.forEach((look) => look()),
  });
  const checkers = new Checkers(cluster);
  looks.push(() => checkers.look());
  await startNeighbor(cluster.world);
  const told = [`seed ${seed}: ${count} peers, ${formed ? "a formed cluster" : "stand-alone"}`];
  const tell = (what: string): void =>
    void told.push(`${Math.round(cluster.world.clock.monotonic() / 1000)} s: ${what}`);
  cluster.world.clock.every("callers", seconds(20), () => placeCall(cluster, random));
  await cluster.advance(seconds(20));
  const shelf: Shelf = [];
  while (cluster.world.clock.monotonic() < TROUBLE) {
    const what = random.fraction();
    if (what < 0.45) await addFault(cluster, random, checkers, tell);
    else if (what < 0.75) edit(cluster, random, checkers, tell);
    else await follow(cluster, random, checkers, shelf, tell);
    await cluster.advance(seconds(5 + below(40)));
  }
  const left = await repair(cluster, checkers, tell);
  const errors = cluster.log.errors.map(({ message, error }) => `${message}: ${String(error)}`);
  const broken = [...checkers.broken, ...errors, ...left];
  await cluster.stop();
  return { story: told, broken };
}

/** A zone to call into, and a pipe on the way that is too narrow for many calls. */
function roads(): Record<string, string> {
  return {
    ...neighborItems(),
    "Bandwidth Pipe 1 Name": "Narrow",
    "Bandwidth Pipe 1 Bandwidth Total Mode": "Limited",
    "Bandwidth Pipe 1 Bandwidth Total Limit": "1500",
    "Bandwidth Link 6 Pipe1 Name": "Narrow",
  };
}

function placeCall(cluster: SimulatedCluster, random: Random): void {
  const up = cluster.running;
  const device = up[Math.floor(random.fraction() * up.length)];
  device?.calls.place(
    {
      source: "caller@example.com",
      destination: KNOWN_ALIAS,
      protocol: "SIP",
      media: "video",
      from: "DefaultZone",
      bandwidth: 128 + Math.floor(random.fraction() * 900),
      duration: seconds(20 + random.fraction() * 200),
    },
    () => {},
  );
}

/** Does a procedure, or leaves off in the middle of it. */
async function follow(
  cluster: SimulatedCluster,
  random: Random,
  checkers: Checkers,
  shelf: Shelf,
  tell: (what: string) => void,
): Promise<void> {
  const { name, steps } = drawProcedure(cluster, random);
  const whole = random.fraction() < 0.6;
  const done = whole ? steps.length : Math.floor(random.fraction() * steps.length);
  tell(`${name}, ${done} of ${steps.length} steps`);
  for (const step of steps.slice(0, done)) {
    if (step.after) await cluster.advance(step.after);
    if (step.givesUp) checkers.forget(step.peer);
    const { peer, upkeep } = step;
    const made = upkeep ? await doUpkeep(cluster, peer, upkeep, shelf, random) : perform(cluster, step);
    tell(`  peer ${step.peer}: ${step.words}${made ? "" : " (in vain)"}`);
    await cluster.advance(seconds(random.fraction() * 20));
  }
}

/** Items of both scopes that have nothing to do with clustering. */
const EDITED = [
  ["Bandwidth Default", "cluster"],
  ["SIP Session Refresh Value", "cluster"],
  ["H323 Gatekeeper TimeToLive", "cluster"],
  ["SystemUnit Name", "peer"],
  ["IP DNS Hostname", "peer"],
] as const;

function edit(cluster: SimulatedCluster, random: Random, checkers: Checkers, tell: (what: string) => void): void {
  const index = 1 + Math.floor(random.fraction() * cluster.peers.length);
  const [path, scope] = EDITED[Math.floor(random.fraction() * EDITED.length)] ?? EDITED[0];
  const number = 100 + Math.floor(random.fraction() * 1000);
  const value = scope === "peer" ? `name${number}` : String(number);
  const device = cluster.peers[index - 1]?.device;
  if (!device?.configuration.set([{ path, value }], OPERATOR).ok) return;
  // A peer that loses its power over the edit answers nobody: it may be saved or not.
  if (cluster.peers[index - 1]?.device !== device) return checkers.forget(index, path);
  tell(`peer ${index}: ${path} is ${value}`);
  if (scope === "peer" || !device.configuration.subordinate) checkers.acknowledged(index, path, value, scope);
}

async function addFault(
  cluster: SimulatedCluster,
  random: Random,
  checkers: Checkers,
  tell: (what: string) => void,
): Promise<void> {
  const below = (limit: number): number => Math.floor(random.fraction() * limit);
  const { faults, peers } = cluster;
  const seed = below(2 ** 32);
  const peer = `p${1 + below(peers.length)}`;
  const other = `p${1 + below(peers.length)}`;
  const path = peer === other ? { peer } : { peer, other };
  const until = `${20 + below(200)}s`;
  const services = ["key-exchange", "ras", "management", "database"] as const;
  const rules = [
    { kind: "loss", share: random.fraction() * 0.3, seed, until },
    { kind: "delay", delay: `${below(200)}ms`, jitter: "100ms", seed, until },
    { kind: "cut", ...path, until },
    ...(peer === other ? [] : [{ kind: "cut", ...path, direction: "out", until } as const]),
    { kind: "block", service: services[below(services.length)] ?? "ras", ...path, until },
    { kind: "ntp-silent", peer, until },
    { kind: "ntp-wrong", by: "40s", peer, until },
    { kind: "dns-silent", until },
    { kind: "wrong-key", peer, until },
    { kind: "clock-step", peer, by: `${below(2) === 0 ? "-" : ""}${1 + below(90)}s` },
    { kind: "clock-drift", peer, ppm: 5000, until },
    // Most writes are of the Event Log; those of a copy come many at a time.
    { kind: "crash", peer, write: 1 + below(40), comesBack: true },
    { kind: "crash", peer, comesBack: true },
    { kind: "database-damaged", peer },
    { kind: "upgrade-in-progress", peer, until },
    { kind: "copy-not-kept", peer, until },
    { kind: "peer-file-missing", peer },
  ] as const;
  const rule = rules[below(rules.length)] ?? rules[0];
  if (rule.kind === "dns-silent") return;
  tell(
    `fault: ${Object.entries(rule)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ")}`,
  );
  // What the database held is known to be lost.
  if (rule.kind === "database-damaged") checkers.forget(Number(peer.slice(1)));
  // Such a store loses what is saved on a primary as well as what is copied.
  if (rule.kind === "copy-not-kept") checkers.distrust(Number(peer.slice(1)));
  await faults.add(rule);
}
