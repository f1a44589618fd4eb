import { minutes, seconds } from "../../emulator/world/duration.ts";
import { seededRandom, type Random } from "../../emulator/world/random.ts";
import { OPERATOR, SimulatedCluster } from "./simulated-cluster.ts";
import type { Outcome } from "./story.ts";

/** How long trouble lasts, and how long it takes until all of it is mended: a restart, then two copies, then some. */
const TROUBLE = minutes(10);
const QUIET = minutes(12);

/**
 * One seed: 3 to 6 peers in a formed cluster, ten minutes of loss, delay, partitions, restarts, crashes and edits on the
 * primary and elsewhere; then quiet. Afterwards every peer holds the primary's configuration and no alarm stands.
 */
export async function seededRun(seed: number): Promise<Outcome> {
  const random = seededRandom(`story ${seed}`);
  const count = 3 + Math.floor(random.fraction() * 4);
  const cluster = await SimulatedCluster.start({ seed, peers: count });
  const story = [`seed ${seed}: ${count} peers`];
  const tell = (what: string): void =>
    void story.push(`${Math.round(cluster.world.clock.monotonic() / 1000)} s: ${what}`);
  await cluster.advance(seconds(20));
  while (cluster.world.clock.monotonic() < TROUBLE) {
    await trouble(cluster, random, count, tell);
    await cluster.advance(seconds(5 + random.fraction() * 55));
  }
  cluster.faults.removeAll();
  tell("quiet");
  await cluster.advance(QUIET);
  // Who edited an item that the primary edited too has to choose: the operator forces the update.
  for (const [place, peer] of cluster.peers.entries()) {
    if (!peer.device?.alarms.standing().some((record) => record.type.id === 20011)) continue;
    tell(`ForceConfigUpdate on peer ${place + 1}`);
    void cluster.command(place + 1, "ForceConfigUpdate");
    await cluster.advance(seconds(10));
  }
  const broken = check(cluster, count);
  await cluster.stop();
  return { story, broken };
}

function check(cluster: SimulatedCluster, count: number): string[] {
  const faults = cluster.log.errors.map(({ message, error }) => `${message}: ${String(error)}`);
  const primary = cluster.device(1).configuration.digest.text;
  for (let index = 1; index <= count; index++) {
    const device = cluster.device(index);
    if (device.configuration.digest.text !== primary) faults.push(`peer ${index} differs from the primary`);
    for (const record of device.alarms.standing())
      faults.push(`peer ${index} has alarm ${record.type.id}: ${record.evidence?.facts.join("; ")}`);
    const wrong = device.cluster.entries().filter((entry) => entry.word !== "Active" && entry.word !== "This system");
    for (const entry of wrong) faults.push(`peer ${index} sees ${entry.address} as ${entry.word}`);
    if (device.cluster.databaseStatus !== "Active")
      faults.push(`peer ${index}: cluster database ${device.cluster.databaseStatus}`);
  }
  return faults;
}

async function trouble(
  cluster: SimulatedCluster,
  random: Random,
  count: number,
  tell: (what: string) => void,
): Promise<void> {
  const { faults } = cluster;
  const seed = Math.floor(random.fraction() * 2 ** 32);
  const some = (): number => 1 + Math.floor(random.fraction() * count);
  const index = some();
  const peer = `p${index}`;
  const kinds: Record<string, () => unknown> = {
    "edit on the primary": () => edit(cluster, random, 1),
    "edit anywhere": () => edit(cluster, random, index),
    "zone on the primary": () =>
      void (
        cluster.peers[0]?.device &&
        cluster.command(1, "ZoneAdd", { ZoneName: `Z${Math.floor(random.fraction() * 1e6)}`, Type: "Neighbor" })
      ),
    "zone deleted on the primary": () => {
      const zone = cluster.peers[0]?.device?.configuration.rows.of("Zones Zone").at(-1);
      if (zone !== undefined) void cluster.command(1, "ZoneDelete", { ZoneId: String(zone) });
    },
    loss: () => faults.add({ kind: "loss", share: random.fraction() * 0.3, seed }),
    delay: () =>
      faults.add({ kind: "delay", delay: `${Math.floor(random.fraction() * 200)}ms`, jitter: "100ms", seed }),
    "one way cut": () => {
      const other = some();
      return other === index ? undefined : faults.add({ kind: "cut", peer, other: `p${other}`, direction: "out" });
    },
    partition: () => faults.add({ kind: "cut", peer }),
    heal: () => faults.removeAll(),
    // Most writes are of the Event Log; those of a copy come many at a time.
    crash: () => faults.add({ kind: "crash", peer, write: 1 + Math.floor(random.fraction() * 40), comesBack: true }),
    restart: () => cluster.peers[index - 1]?.device?.maintenance.request("restart", OPERATOR),
  };
  const names = Object.keys(kinds);
  const name = names[Math.floor(random.fraction() * names.length)] ?? "heal";
  tell(`${name}, peer ${index}`);
  await kinds[name]?.();
}

/** Cluster-wide items that have nothing to do with clustering. */
const EDITED = [
  "Bandwidth Default",
  "SIP Session Refresh Value",
  "H323 Gatekeeper TimeToLive",
  "SIP Registration Outbound Refresh Minimum",
] as const;

function edit(cluster: SimulatedCluster, random: Random, index: number): void {
  const path = EDITED[Math.floor(random.fraction() * EDITED.length)] ?? EDITED[0];
  const value = String(100 + Math.floor(random.fraction() * 1000));
  cluster.peers[index - 1]?.device?.configuration.set([{ path, value }], OPERATOR);
}
