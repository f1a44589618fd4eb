import type { Scope } from "../../../emulator/model/types.ts";
import { minutes } from "../../../emulator/world/duration.ts";
import { findItem } from "../../../emulator/peer/configuration/item-paths.ts";
import { clusteringItems } from "../draw/clustering-items.ts";
import { doUpkeep, NEWER } from "../upkeep.ts";
import { cure } from "./cures.ts";
import { endFaults, save } from "./perform.ts";
import { tell, type Stage } from "./stage.ts";
import { wrongInCluster, wrongWithPeers } from "./verdict.ts";

const ROUNDS = 5;

/**
 * Undoes what the story touched and nothing else (I8): faults end, power comes back, items get their values back, and alarms
 * that ask for something get it where the story is why they stand. Stand-alone peers are made a cluster then. @returns what is
 * still wrong
 */
export async function mend(stage: Stage): Promise<string[]> {
  const { cluster, touched, setup } = stage;
  tell(stage, "mending begins");
  endFaults(stage);
  await cluster.advance(minutes(6));
  for (const index of touched.of("power off")) {
    const peer = cluster.peers[index - 1];
    if (peer && !peer.device) await cluster.world.track(peer.powerOn());
  }
  const left = await inRounds(
    stage,
    () => putAllBack(stage),
    () => (setup.formed ? wrongInCluster(cluster) : wrongWithPeers(cluster)),
  );
  if (setup.formed || left.length > 0) return left;
  tell(stage, "a cluster is made of all");
  return inRounds(
    stage,
    () => form(stage),
    () => wrongInCluster(cluster),
  );
}

/** An operator looks again, a few times. @returns what is wrong at the end */
async function inRounds(stage: Stage, put: () => void, wrong: () => string[]): Promise<string[]> {
  const { cluster } = stage;
  for (let round = 1; round <= ROUNDS; round++) {
    put();
    await cluster.advance(minutes(3));
    await level(stage);
    for (const place of cluster.peers.keys()) await cure(stage, place + 1);
    await cluster.advance(minutes(3));
    if (wrong().length === 0) return [];
  }
  return wrong();
}

/**
 * What a peer's own items were, of one that was made anew those that it was unpacked with; then the same of cluster-wide items,
 * where they are not copied from another.
 */
export function putAllBack(stage: Stage): void {
  const { cluster, touched } = stage;
  const up = [...cluster.peers.keys()].map((place) => place + 1).filter((index) => cluster.peers[index - 1]?.device);
  const initial = (peer: number, scope: Scope): [string, string][] =>
    touched.has("made anew", peer) || touched.has("database damaged", peer)
      ? Object.entries(cluster.initialItems(peer)).filter(([path]) => findItem(path)?.item.scope === scope)
      : [];
  for (const peer of up) write(stage, peer, new Map([...touched.peerItems(peer), ...initial(peer, "peer")]));
  for (const peer of up) {
    if (cluster.device(peer).configuration.subordinate) continue;
    write(stage, peer, new Map([...touched.clusterItems, ...initial(peer, "cluster")]));
  }
}

/** Writes what differs; each by itself, as one that is refused is no reason to leave the others. */
function write(stage: Stage, peer: number, items: ReadonlyMap<string, string>): void {
  const { configuration } = stage.cluster.device(peer);
  const clustering: Record<string, string> = {};
  for (const [path, value] of items) {
    if (configuration.read(path) === value) continue;
    if (path.startsWith("Alternates ")) clustering[path] = value;
    else save(stage, peer, { [path]: value });
  }
  // The fields of one page, which is saved at once.
  if (Object.keys(clustering).length > 0) save(stage, peer, clustering);
}

function form(stage: Stage): void {
  const { cluster, touched } = stage;
  const addresses = cluster.peers.map(({ address }) => address);
  for (const [place, { device }] of cluster.peers.entries()) {
    if (!device) continue;
    touched.touch(place + 1, "cluster settings");
    write(stage, place + 1, new Map(Object.entries(clusteringItems(addresses, 1))));
  }
}

/** The peers of a cluster run one version: those that were left behind by the story follow. */
async function level(stage: Stage): Promise<void> {
  const { cluster, touched } = stage;
  if (!touched.has("upgrade")) return;
  const left = [...cluster.peers.entries()].filter(([, { identity }]) => identity.softwareVersion !== NEWER);
  if (left.length === cluster.peers.length || left.length === 0) return;
  for (const [place] of left) {
    tell(stage, `upgrade of peer ${place + 1}`);
    await doUpkeep(cluster, place + 1, "install an image", [], true);
  }
  await cluster.advance(minutes(2));
  for (const [place] of left) await doUpkeep(cluster, place + 1, "reboot", [], true);
  await cluster.advance(minutes(6));
}
