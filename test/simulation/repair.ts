import type { Device } from "../../emulator/peer/device.ts";
import { purgeDatabase } from "../../emulator/peer/maintenance/reset/purge-database.ts";
import { minutes, seconds } from "../../emulator/world/duration.ts";
import type { Checkers } from "./checkers.ts";
import { clusteringItems } from "./procedures.ts";
import { NTP_ADDRESS, OPERATOR, type SimulatedCluster } from "./simulated-cluster.ts";
import { doUpkeep, NEWER } from "./upkeep.ts";

/** Alarms that ask for `xCommand ForceConfigUpdate`. */
const MANUAL: readonly number[] = [20009, 20011, 20014, 20017];
/** The database is damaged. */
const DATABASE: readonly number[] = [15005];
/** A default link is missing. */
const LINKS: readonly number[] = [45002, 45006, 45007, 45008];
/** A restart is asked for. */
const RESTART: readonly number[] = [20007, 25001, 25006, 25010, 30025];

const ROUNDS = 5;

/**
 * Mends a lab as an operator would: no more faults, power on everywhere, the same cluster settings everywhere, and then what
 * the alarms ask for. @returns what is still wrong
 */
export async function repair(
  cluster: SimulatedCluster,
  checkers: Checkers,
  tell: (what: string) => void,
): Promise<string[]> {
  tell("mending begins");
  cluster.faults.removeAll();
  await cluster.advance(minutes(6));
  for (const peer of cluster.peers) if (!peer.device) await cluster.world.track(peer.powerOn());
  for (let round = 1; round <= ROUNDS; round++) {
    for (const { device } of cluster.peers) if (device) settle(cluster, device);
    await cluster.advance(minutes(3));
    await level(cluster, tell);
    for (const place of cluster.peers.keys()) await tend(cluster, place + 1, checkers, tell);
    await cluster.advance(minutes(3));
    if (verdict(cluster).length === 0) return [];
  }
  return verdict(cluster);
}

/** The settings that a peer of the cluster needs; one whose database was purged has none of them left. */
function settle(cluster: SimulatedCluster, { configuration }: Device): void {
  const items = {
    ...clusteringItems(
      cluster.peers.map((peer) => peer.address),
      1,
    ),
    "H323 Mode": "On",
    "Ethernet 1 IP V4 StaticNAT Mode": "Off",
    "NTP Server 1 Address": NTP_ADDRESS,
  };
  configuration.set(
    Object.entries(items).map(([path, value]) => ({ path, value })),
    OPERATOR,
  );
}

/** The peers of a cluster run one version: those that were left behind follow. */
async function level(cluster: SimulatedCluster, tell: (what: string) => void): Promise<void> {
  const left = [...cluster.peers.entries()].filter(([, { identity }]) => identity.softwareVersion !== NEWER);
  if (left.length === cluster.peers.length || left.length === 0) return;
  const noRandom = { fraction: () => 0 };
  for (const [place] of left) {
    tell(`upgrade of peer ${place + 1}`);
    await doUpkeep(cluster, place + 1, "install an image", [], noRandom);
  }
  await cluster.advance(minutes(2));
  for (const [place] of left) await doUpkeep(cluster, place + 1, "reboot", [], noRandom);
  await cluster.advance(minutes(6));
}

async function tend(
  cluster: SimulatedCluster,
  index: number,
  checkers: Checkers,
  tell: (what: string) => void,
): Promise<void> {
  const device = cluster.peers[index - 1]?.device;
  if (!device) return;
  const standing = cluster.alarms(index);
  const stands = (alarms: readonly number[]): boolean => standing.some((id) => alarms.includes(id));
  if (stands(DATABASE)) {
    tell(`database of peer ${index} made anew`);
    checkers.forget(index);
    device.maintenance.request("restart", OPERATOR, purgeDatabase);
    await cluster.advance(minutes(4));
    return;
  }
  if (stands(LINKS)) await cluster.command(index, "DefaultLinksAdd");
  if (stands(RESTART)) {
    tell(`restart of peer ${index}`);
    device.maintenance.request("restart", OPERATOR);
    await cluster.advance(minutes(4));
  } else if (stands(MANUAL) && !device.cluster.primary) {
    tell(`forced update of peer ${index}`);
    checkers.forget(index);
    void cluster.command(index, "ForceConfigUpdate");
    await cluster.advance(seconds(10));
  }
}

function verdict(cluster: SimulatedCluster): string[] {
  const wrong: string[] = [];
  const primary = cluster.peers[0]?.device?.configuration.digest.text;
  for (const [place, { device }] of cluster.peers.entries()) {
    const index = place + 1;
    if (!device) {
      wrong.push(`peer ${index} is down`);
      continue;
    }
    if (device.configuration.digest.text !== primary) wrong.push(`peer ${index} differs from the primary`);
    for (const { type, evidence } of device.alarms.standing()) {
      // Calls go on meanwhile, and there are few licenses for them.
      if (type.category !== "Licensing")
        wrong.push(`peer ${index} has alarm ${type.id}: ${evidence?.facts.join("; ")}`);
    }
    for (const { address, word } of device.cluster.entries())
      if (word !== "Active" && word !== "This system") wrong.push(`peer ${index} sees ${address} as ${word}`);
    if (device.cluster.databaseStatus !== "Active")
      wrong.push(`peer ${index}: cluster database ${device.cluster.databaseStatus}`);
  }
  return wrong;
}
