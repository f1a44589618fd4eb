import { join } from "node:path";
import { EmulatorError } from "../errors.ts";
import { PRODUCT_TIMES, QUICK_TIMES } from "../peer/maintenance/times.ts";
import { Peer, type PeerOptions } from "../peer/peer.ts";
import { IN_MEMORY } from "../store/store.ts";
import { allSurfaces } from "../surfaces/surfaces.ts";
import type { Log } from "../world/log.ts";
import { createRealWorld, type RealWorld } from "../world/world.ts";
import { LabCalls } from "./calls/lab-calls.ts";
import { Faults } from "./faults/faults.ts";
import { LabJournal } from "./journal/lab-journal.ts";
import { LabRelays } from "./relays/lab-relays.ts";
import { DnsServer } from "./surroundings/dns-server.ts";
import { followingRecords } from "./surroundings/lab-records.ts";
import { NeighborGatekeeper } from "./surroundings/neighbor.ts";
import { NtpServer } from "./surroundings/ntp-server.ts";
import { TmsServer } from "./surroundings/tms-server.ts";
import { optionKeyItems } from "./topology/option-keys.ts";
import {
  clusterConfiguration,
  NEIGHBOR_DOMAIN,
  neighborConfiguration,
  type PeerPlan,
  type Topology,
} from "./topology/topology.ts";

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
  /** All of the topology runs in this process. */
  readonly whole: boolean;
  readonly peers: readonly LabPeer[];
  /** What goes wrong on purpose. */
  readonly faults: Faults;
  readonly calls: LabCalls;
  /** What the peers were asked. */
  readonly journal: LabJournal;
  /** Present where the topology has one. */
  readonly tms: TmsServer | undefined;
  /** TURN clients of the lab and the relays that they hold. */
  readonly relays: LabRelays;
  /**
   * Powers a peer off in order, or on again with its data; resolves when that is done.
   * @throws EmulatorError PEER_UNKNOWN, or what starting the peer gives
   */
  power(peer: string, to: "on" | "off"): Promise<void>;
  stop(): Promise<void>;
}

/** The servers of the lab that run in this process. */
interface Surroundings {
  readonly dns?: DnsServer;
  readonly ntp?: NtpServer;
  readonly neighbor?: NeighborGatekeeper;
  readonly tms?: TmsServer;
}

/**
 * Starts a lab and resolves when every peer is up.
 * @throws EmulatorError when an address or port cannot be bound, or a data directory not be used; nothing stays behind
 */
export async function startLab(options: LabOptions): Promise<Lab> {
  const { topology, log, portOffset = 0 } = options;
  // Time stands still until all are there: a peer that is up before its servers would find them silent.
  const world = createRealWorld({ log, portOffset, closed: options.runs === undefined, speed: 0 });
  const journal = new LabJournal(world.clock);
  let peers: readonly LabPeer[] = [];
  const addressOf = (name: string): string | undefined => peers.find(({ plan }) => plan.name === name)?.peer.address;
  const servers = options.runs?.surroundings === false ? {} : makeSurroundings(topology, world, addressOf);
  peers = await startAll(options, world, servers, journal);
  const named = peers.map(({ plan, peer }) => ({ name: plan.name, peer }));
  const faults = new Faults({ world, peers: named, servers });
  for (const rule of topology.faults ?? []) await faults.add(rule);
  const { clock } = world;
  clock.setSpeed(options.speed ?? 1);
  const calls = new LabCalls({ clock, peers: named, domain: topology.domain, neighborDomain: NEIGHBOR_DOMAIN });
  const relays = new LabRelays({ world, address: topology.surroundings, peers: named });
  const power = (name: string, to: "on" | "off"): Promise<void> => {
    const peer = named.find((candidate) => candidate.name === name)?.peer;
    if (!peer) throw new EmulatorError("PEER_UNKNOWN", `"${name}" is not a peer; there are: ${namesOf(peers)}`);
    return world.track(to === "on" ? peer.powerOn() : peer.powerOff());
  };
  const stop = async (): Promise<void> => {
    relays.stop();
    await stopAll(world, servers, peers);
  };
  const whole = options.runs === undefined;
  return { topology, portOffset, world, whole, peers, faults, calls, journal, relays, tms: servers.tms, power, stop };
}

function makeSurroundings(
  topology: Topology,
  { network, clock }: RealWorld,
  addressOf: (peer: string) => string | undefined,
): Surroundings {
  const { surroundings: address, tms } = topology;
  return {
    dns: new DnsServer(network, address, followingRecords(topology, addressOf)),
    ntp: new NtpServer(network, clock, address),
    neighbor: new NeighborGatekeeper(network, address, NEIGHBOR_DOMAIN),
    ...(tms && { tms: new TmsServer(network, clock, address, tms.provisioningLicenses) }),
  };
}

/**
 * Starts the servers of a lab, then its peers, all at the same time.
 * @returns the peers in the order of the topology
 * @throws what the first of them throws that cannot start; all are stopped then
 */
async function startAll(
  options: LabOptions,
  world: RealWorld,
  servers: Surroundings,
  journal: LabJournal,
): Promise<readonly LabPeer[]> {
  const { topology, log, runs } = options;
  const plans = topology.peers.filter(({ name }) => runs === undefined || runs.peers.includes(name));
  const peers: LabPeer[] = [];
  try {
    await Promise.all(Object.values(servers).map((server) => server.start()));
    const started = await Promise.allSettled(
      plans.map(async (plan) => {
        const own = { ...world, log: log.child({ peer: plan.name }) };
        const peer = await Peer.powerOn({ ...peerOptions(plan, options), journal: journal.of(plan.name) }, own);
        peers.push({ plan, peer });
      }),
    );
    const failed = started.find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
  } catch (error) {
    await stopAll(world, servers, peers);
    throw error;
  }
  return plans.flatMap((plan) => peers.find((peer) => peer.plan === plan) ?? []);
}

async function stopAll(world: RealWorld, servers: Surroundings, peers: readonly LabPeer[]): Promise<void> {
  world.stop();
  await Promise.all(peers.map(({ peer }) => peer.powerOff()));
  for (const server of Object.values(servers)) server.stop();
}

const namesOf = (peers: readonly LabPeer[]): string => peers.map(({ plan }) => plan.name).join(", ") || "none";

function peerOptions(plan: PeerPlan, { topology, dataDirectory, quick }: LabOptions): PeerOptions {
  const { name, address, serialNumber, softwareVersion, product, platform, hardware, releaseKey } = plan;
  const member = topology.cluster?.peers.includes(name);
  const items = {
    ...(member && topology.cluster && clusterConfiguration(topology.cluster, topology.peers)),
    ...(member && neighborConfiguration(topology)),
    ...optionKeyItems(plan.optionKeys),
    ...plan.configuration,
  };
  return {
    identity: { serialNumber, softwareVersion, product, platform, hardware },
    address,
    releaseKey,
    dataDirectory: dataDirectory === undefined ? IN_MEMORY : join(dataDirectory, name),
    configuration: Object.entries(items).map(([path, value]) => ({ path, value })),
    surfaces: allSurfaces,
    times: quick ? QUICK_TIMES : PRODUCT_TIMES,
  };
}
