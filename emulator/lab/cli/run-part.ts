import { EmulatorError } from "../../errors.ts";
import { makeReleaseKey } from "../../peer/calls/licensing/release-key.ts";
import type { HardwareKind, Platform, Product } from "../../peer/core/identity.ts";
import type { Endpoint } from "../../world/endpoint.ts";
import { createProcessLog } from "../../world/log.ts";
import { ControlServer } from "../control/control-server.ts";
import { startLab } from "../lab.ts";
import { optionKeysOf } from "../topology/option-keys.ts";
import {
  type ClusterPlan,
  networkConfiguration,
  type PeerPlan,
  serialNumberOf,
  type Topology,
} from "../topology/topology.ts";

/** The options of `xtwin peer`, from flags or the environment. */
export interface PeerCommandOptions {
  readonly name: string;
  readonly address: string;
  readonly data?: string;
  readonly dns?: string;
  readonly ntp?: string;
  readonly domain: string;
  readonly serial: string;
  readonly product: Product;
  readonly platform: Platform;
  readonly hardware: HardwareKind;
  readonly softwareVersion: string;
  /** Addresses of a cluster that is formed already, the primary first; empty for a peer as unpacked. */
  readonly formed: readonly string[];
  readonly clusterName: string;
  readonly preSharedKey: string;
  readonly control: Endpoint;
  readonly speed?: number;
  readonly quick?: boolean;
}

/** The options of `xtwin surroundings`. */
export interface SurroundingsCommandOptions {
  readonly address: string;
  readonly domain: string;
  /** Name and address of each peer. */
  readonly peers: readonly { readonly name: string; readonly address: string }[];
  readonly clusterName: string;
  readonly control: Endpoint;
  readonly speed?: number;
}

/** One peer in this process: what a container runs. */
export async function runPeer(options: PeerCommandOptions): Promise<{ stop(): Promise<void> }> {
  const { name, address, domain, formed } = options;
  if (formed.length > 0 && !formed.includes(address)) {
    throw new EmulatorError(
      "OPTION_INVALID",
      `--formed ${formed.join(",")}: the peer's own address ${address} is not among them`,
    );
  }
  const network = networkConfiguration(name, { domain, surroundings: "" });
  const configuration: Record<string, string> = {
    ...(formed.length > 0 && network),
    ...(options.dns && { "DNS Server 1 Address": options.dns }),
    ...(options.ntp && { "NTP Server 1 Address": options.ntp }),
  };
  const own: PeerPlan = {
    name,
    address,
    product: options.product,
    platform: options.platform,
    hardware: options.hardware,
    softwareVersion: options.softwareVersion,
    serialNumber: options.serial,
    optionKeys: optionKeysOf(undefined, options.product, options.serial),
    releaseKey: makeReleaseKey(options.serial, options.softwareVersion),
    configuration,
  };
  // The other peers run elsewhere: only their addresses matter here.
  const peers = formed.map((other, place): PeerPlan =>
    other === address ? own : { ...own, name: `peer${place + 1}`, address: other },
  );
  const cluster: ClusterPlan = {
    name: options.clusterName,
    preSharedKey: options.preSharedKey,
    peers: peers.map((peer) => peer.name),
  };
  const topology: Topology = {
    domain,
    surroundings: options.dns ?? "",
    peers: formed.length > 0 ? peers : [own],
    ...(formed.length > 0 && { cluster }),
  };
  return run(topology, { surroundings: false, peers: [name] }, options);
}

/** The DNS and NTP servers of a lab whose peers run elsewhere. */
export async function runSurroundings(options: SurroundingsCommandOptions): Promise<{ stop(): Promise<void> }> {
  const peers = options.peers.map(({ name, address }, place): PeerPlan => ({
    name,
    address,
    product: "expressway-e",
    platform: "medium",
    hardware: "virtual-machine",
    softwareVersion: "X8.1",
    serialNumber: serialNumberOf(place),
    optionKeys: [],
    releaseKey: "",
    configuration: {},
  }));
  const cluster = { name: options.clusterName, preSharedKey: "", peers: peers.map((peer) => peer.name) };
  const topology = { domain: options.domain, surroundings: options.address, peers, cluster };
  return run(topology, { surroundings: true, peers: [] }, options);
}

async function run(
  topology: Topology,
  runs: { surroundings: boolean; peers: readonly string[] },
  options: { data?: string; speed?: number; quick?: boolean; control: Endpoint },
): Promise<{ stop(): Promise<void> }> {
  const lab = await startLab({
    topology,
    runs,
    log: createProcessLog("info"),
    ...(options.data !== undefined && { dataDirectory: options.data }),
    ...(options.speed !== undefined && { speed: options.speed }),
    ...(options.quick && { quick: true }),
  });
  const control = new ControlServer(lab);
  await control.start(options.control);
  return {
    stop: async () => {
      await control.stop();
      await lab.stop();
    },
  };
}
