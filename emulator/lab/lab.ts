import { join } from "node:path";
import { Peer, PRODUCT_DOWNTIME, QUICK_DOWNTIME, type PeerOptions } from "../peer/peer.ts";
import { IN_MEMORY } from "../store/store.ts";
import { allSurfaces } from "../surfaces/surfaces.ts";
import type { Log } from "../world/log.ts";
import { createRealWorld, type RealWorld } from "../world/world.ts";
import { DnsServer } from "./surroundings/dns-server.ts";
import { zoneOf } from "./surroundings/dns-zone.ts";
import { NtpServer } from "./surroundings/ntp-server.ts";
import { clusterConfiguration, type PeerPlan, type Topology } from "./topology/topology.ts";

export interface LabOptions {
  readonly topology: Topology;
  readonly log: Log;
  /** Emulated seconds a real second. */
  readonly speed?: number;
  /** Directory that keeps the peers' data; absent: it is gone when the lab stops. */
  readonly dataDirectory?: string;
  readonly portOffset?: number;
  /** A restart takes 2 seconds instead of the product's minutes. */
  readonly quick?: boolean;
  /** What of the topology runs in this process; the rest runs elsewhere, in other containers for instance. */
  readonly runs?: { readonly surroundings: boolean; readonly peers: readonly string[] };
}

/** One peer of a running lab. */
export interface LabPeer {
  readonly plan: PeerPlan;
  readonly peer: Peer;
}

/** Peers and what surrounds them, in this process. */
export interface Lab {
  readonly topology: Topology;
  readonly portOffset: number;
  readonly world: RealWorld;
  readonly peers: readonly LabPeer[];
  stop(): Promise<void>;
}

/**
 * Starts a lab and resolves when every peer is up.
 * @throws EmulatorError when an address or port cannot be bound, or a data directory not be used; nothing stays behind
 */
export async function startLab(options: LabOptions): Promise<Lab> {
  const { topology, log, portOffset = 0 } = options;
  const world = createRealWorld({ log, portOffset, ...(options.speed !== undefined && { speed: options.speed }) });
  const runs = options.runs ?? { surroundings: true, peers: topology.peers.map((peer) => peer.name) };
  const plans = topology.peers.filter((plan) => runs.peers.includes(plan.name));
  const servers = runs.surroundings
    ? [
        new DnsServer(world.network, topology.surroundings, zoneOf(topology)),
        new NtpServer(world.network, world.clock, topology.surroundings),
      ]
    : [];
  const peers: LabPeer[] = [];
  const stop = async (): Promise<void> => {
    world.stop();
    await Promise.all(peers.map(({ peer }) => peer.powerOff()));
    for (const server of servers) server.stop();
  };
  try {
    await Promise.all(servers.map((server) => server.start()));
    const started = await Promise.allSettled(
      plans.map(async (plan) => {
        const peer = await Peer.powerOn(peerOptions(plan, options, world), {
          ...world,
          log: log.child({ peer: plan.name }),
        });
        peers.push({ plan, peer });
      }),
    );
    const failed = started.find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
  } catch (error) {
    await stop();
    throw error;
  }
  const inOrder = plans.flatMap((plan) => peers.find((peer) => peer.plan === plan) ?? []);
  return { topology, portOffset, world, peers: inOrder, stop };
}

function peerOptions(plan: PeerPlan, { topology, dataDirectory, quick }: LabOptions, world: RealWorld): PeerOptions {
  const { name, address, serialNumber, softwareVersion, product, platform } = plan;
  const member = topology.cluster?.peers.includes(name);
  const items = {
    ...(member && topology.cluster && clusterConfiguration(topology.cluster, topology.peers)),
    ...plan.configuration,
  };
  return {
    identity: { serialNumber, softwareVersion, product, platform },
    address,
    dataDirectory: dataDirectory === undefined ? IN_MEMORY : join(dataDirectory, name),
    configuration: Object.entries(items).map(([path, value]) => ({ path, value })),
    surfaces: allSurfaces(world.listeners),
    downtime: quick ? QUICK_DOWNTIME : PRODUCT_DOWNTIME,
  };
}
