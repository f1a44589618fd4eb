import { Faults } from "../../emulator/lab/faults/faults.ts";
import { NtpServer } from "../../emulator/lab/surroundings/ntp-server.ts";
import { clusterConfiguration, type PeerPlan } from "../../emulator/lab/topology/topology.ts";
import { findCommand } from "../../emulator/peer/configuration/commands/commands.ts";
import type { CommandResult } from "../../emulator/peer/core/command-handler.ts";
import type { Device } from "../../emulator/peer/device.ts";
import type { HardwareKind, Product } from "../../emulator/peer/core/identity.ts";
import { makeOptionKey } from "../../emulator/peer/calls/licensing/option-key.ts";
import type { MaintenanceTimes } from "../../emulator/peer/maintenance/times.ts";
import { Peer } from "../../emulator/peer/peer.ts";
import { IN_MEMORY } from "../../emulator/store/store.ts";
import type { Milliseconds } from "../../emulator/world/duration.ts";
import { MemoryLog } from "../../emulator/world/log.ts";
import { createSimulatedWorld, type SimulatedWorld } from "../../emulator/world/world.ts";

export const NTP_ADDRESS = "10.0.0.254";
export const OPERATOR = { user: "admin" };

/** The address of the peer at a place, 1 to 6. */
export const addressOf = (index: number): string => `10.0.0.${index}`;

export interface SimulatedClusterOptions {
  readonly seed: number | string;
  readonly peers: number;
  /** False: stand-alone peers that know their NTP server and nothing else. */
  readonly formed?: boolean;
  readonly softwareVersion?: (index: number) => string;
  readonly product?: Product;
  /** What each peer is, where they are not all the same. */
  readonly products?: (index: number) => Product;
  /** What a peer is; by default a virtual machine. */
  readonly hardware?: (index: number) => HardwareKind;
  /** Where a peer keeps its data; by default in memory. */
  readonly dataDirectory?: (index: number) => string;
  /** More configuration for a peer, by path. */
  readonly configuration?: (index: number) => Readonly<Record<string, string>>;
  /** Rich media sessions that each peer has a key for; by default none. */
  readonly licenses?: number;
  /** How far the clock of a peer is wrong when it is switched on. */
  readonly clockError?: (index: number) => Milliseconds;
  /** How long a peer is away; by default the product's times. */
  readonly times?: MaintenanceTimes;
  /** Called after every event. */
  readonly afterEach?: () => void;
}

/** Every peer's serial number tells its place. */
export const serialNumberOf = (index: number): string => `0000000${index}`;

const licensesOf = (index: number, licenses: number | undefined): Record<string, string> =>
  licenses === undefined ? {} : { "Option 1 Key": makeOptionKey(`Y${licenses}`, serialNumberOf(index)) ?? "" };

/** Real peers on a simulated world, without their surfaces. */
export class SimulatedCluster {
  private constructor(
    readonly world: SimulatedWorld,
    readonly log: MemoryLog,
    readonly peers: readonly Peer[],
    /** What goes wrong on purpose; peers are p1 to p6. */
    readonly faults: Faults,
    /** The configuration that a peer was unpacked with, by path. */
    readonly initialItems: (index: number) => Readonly<Record<string, string>>,
  ) {}

  static async start({
    seed,
    peers: count,
    formed = true,
    softwareVersion,
    product = "expressway-e",
    products,
    hardware,
    dataDirectory,
    configuration: more,
    licenses,
    clockError,
    times,
    afterEach,
  }: SimulatedClusterOptions): Promise<SimulatedCluster> {
    const log = new MemoryLog();
    const world = createSimulatedWorld({ seed, log, ...(afterEach && { afterEach }) });
    const ntp = new NtpServer(world.network, world.clock, NTP_ADDRESS);
    await ntp.start();
    const plans = Array.from(
      { length: count },
      (_, place) => ({ name: `p${place + 1}`, address: addressOf(place + 1) }) as PeerPlan,
    );
    const cluster = { name: "cluster.example.com", preSharedKey: "secret", peers: plans.map((plan) => plan.name) };
    const items = { "NTP Server 1 Address": NTP_ADDRESS, ...(formed && clusterConfiguration(cluster, plans)) };
    const itemsOf = (index: number): Record<string, string> => ({
      ...items,
      ...licensesOf(index, licenses),
      ...more?.(index),
    });
    const peers = await Promise.all(
      plans.map(({ address }, place) =>
        Peer.powerOn(
          {
            address,
            ...(clockError && { clockError: clockError(place + 1) }),
            ...(times && { times }),
            dataDirectory: dataDirectory?.(place + 1) ?? IN_MEMORY,
            configuration: Object.entries(itemsOf(place + 1)).map(([path, value]) => ({ path, value })),
            identity: {
              serialNumber: serialNumberOf(place + 1),
              softwareVersion: softwareVersion?.(place + 1) ?? "X8.1",
              product: products?.(place + 1) ?? product,
              platform: "medium",
              hardware: hardware?.(place + 1) ?? "virtual-machine",
            },
          },
          world,
        ),
      ),
    );
    const named = peers.map((peer, place) => ({ name: `p${place + 1}`, peer }));
    return new SimulatedCluster(world, log, peers, new Faults({ world, peers: named, servers: { ntp } }), itemsOf);
  }

  /** The running device of a peer, 1 to 6. */
  device(index: number): Device {
    const device = this.peers[index - 1]?.device;
    if (!device) throw new RangeError(`peer ${index} is down`);
    return device;
  }

  get running(): Device[] {
    return this.peers.flatMap((peer) => peer.device ?? []);
  }

  set(index: number, path: string, value: string): void {
    const result = this.device(index).configuration.set([{ path, value }], OPERATOR);
    if (!result.ok) throw new Error(result.reason);
  }

  async command(index: number, name: string, args: Record<string, string> = {}): Promise<CommandResult> {
    const found = findCommand(name);
    if (!found.ok) throw new Error(found.reason);
    const named = Object.entries(args).map(([argument, value]) => ({ name: argument, value }));
    const running = this.device(index).commands.run(found.command, named, OPERATOR);
    return running;
  }

  words(index: number): string[] {
    return this.device(index)
      .cluster.entries()
      .map((entry) => entry.word);
  }

  /** Ids of the alarms that stand on a peer, in order. */
  alarms(index: number): number[] {
    return this.device(index)
      .alarms.standing()
      .map((record) => record.type.id)
      .toSorted((a, b) => a - b);
  }

  advance(span: number): Promise<void> {
    return this.world.clock.advance(span);
  }

  async stop(): Promise<void> {
    await Promise.all(this.peers.map((peer) => peer.powerOff()));
  }
}
