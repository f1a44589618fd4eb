import type { KnownLab } from "../../../../emulator/lab/causes/gather-facts.ts";
import { Faults } from "../../../../emulator/lab/faults/faults.ts";
import { LabJournal } from "../../../../emulator/lab/journal/lab-journal.ts";
import { DnsServer } from "../../../../emulator/lab/surroundings/dns-server.ts";
import { recordsOf } from "../../../../emulator/lab/surroundings/lab-records.ts";
import { NtpServer } from "../../../../emulator/lab/surroundings/ntp-server.ts";
import { builtInTopology, clusterConfiguration } from "../../../../emulator/lab/topology/topology.ts";
import type { HardwareKind } from "../../../../emulator/peer/core/identity.ts";
import type { Device } from "../../../../emulator/peer/device.ts";
import { Peer } from "../../../../emulator/peer/peer.ts";
import { IN_MEMORY } from "../../../../emulator/store/store.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { MemoryLog } from "../../../../emulator/world/log.ts";
import { createSimulatedWorld } from "../../../../emulator/world/world.ts";

export interface SimulatedLabOptions {
  readonly hardware?: HardwareKind;
  /** Items that a peer has instead of the usual ones, by name of the peer. */
  readonly configuration?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The built-in lab of three peers with its servers, in simulated time, as it is after three minutes. */
export interface SimulatedLab extends KnownLab {
  readonly journal: LabJournal;
  device(name: string): Device;
  advance(span: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startSimulatedLab({
  hardware = "virtual-machine",
  configuration = {},
}: SimulatedLabOptions = {}): Promise<SimulatedLab> {
  const topology = builtInTopology({ network: "10.0.0" });
  const world = createSimulatedWorld({ seed: 5, log: new MemoryLog() });
  const journal = new LabJournal(world.clock);
  const ntp = new NtpServer(world.network, world.clock, topology.surroundings);
  const dns = new DnsServer(world.network, topology.surroundings, recordsOf(topology));
  await Promise.all([ntp.start(), dns.start()]);
  const peers = await Promise.all(
    topology.peers.map(async (plan) => {
      const { name, address, serialNumber, softwareVersion, product, platform, releaseKey } = plan;
      const cluster = topology.cluster && clusterConfiguration(topology.cluster, topology.peers);
      const items = { ...cluster, ...plan.configuration, ...configuration[name] };
      const peer = await Peer.powerOn(
        {
          identity: { serialNumber, softwareVersion, product, platform, hardware },
          address,
          releaseKey,
          dataDirectory: IN_MEMORY,
          configuration: Object.entries(items).map(([path, value]) => ({ path, value })),
          journal: journal.of(name),
        },
        world,
      );
      return { plan, peer };
    }),
  );
  const named = peers.map(({ plan, peer }) => ({ name: plan.name, peer }));
  const advance = (span: number): Promise<void> => world.clock.advance(span);
  await advance(minutes(3));
  return {
    topology,
    world,
    whole: true,
    peers,
    faults: new Faults({ world, peers: named, servers: { ntp, dns } }),
    journal,
    device: (name) => {
      const device = named.find((each) => each.name === name)?.peer.device;
      if (!device) throw new RangeError(`${name} is down`);
      return device;
    },
    advance,
    stop: async () => {
      await Promise.all(peers.map(({ peer }) => peer.powerOff()));
    },
  };
}
