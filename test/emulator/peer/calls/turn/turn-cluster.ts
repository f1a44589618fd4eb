import type { DatagramSocket } from "../../../../../emulator/world/network.ts";
import type { Product } from "../../../../../emulator/peer/core/identity.ts";
import { addressOf, SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";
import { keyFor } from "../call/carrying-cluster.ts";
import { StunProbe } from "./stun-probe.ts";

export const CLIENT = "10.0.0.100";

/** Protocol 17. */
export const UDP = { requestedTransport: 17 } as const;

export interface TurnClusterOptions {
  readonly seed: number;
  readonly peers?: number;
  /** TURN relay licenses of the first peer. */
  readonly relays?: number;
  readonly product?: Product;
  readonly configuration?: Readonly<Record<string, string>>;
}

/** A formed cluster with TURN services, and `alice` in its local authentication database. */
export async function startTurnCluster(options: TurnClusterOptions): Promise<SimulatedCluster> {
  const { seed, peers = 1, relays = 10, product, configuration } = options;
  const cluster = await SimulatedCluster.start({
    seed,
    peers,
    ...(product && { product }),
    configuration: (index) => ({
      "Traversal Server TURN Mode": "On",
      "Log Level": "2",
      "Authentication Credential 1 Name": "alice",
      "Authentication Credential 1 Password": "secret",
      "Authentication Credential 2 Name": "bob",
      "Authentication Credential 2 Password": "secret",
      ...(index === 1 && { "Option 2 Key": keyFor(1, `I${relays}`) }),
      ...configuration,
    }),
  });
  await cluster.advance(150_000);
  return cluster;
}

/** A client of a peer's TURN server. */
export const probe = (cluster: SimulatedCluster, index = 1, address = CLIENT): Promise<StunProbe> =>
  StunProbe.at(cluster.world, address, { address: addressOf(index), port: 3478 });

/** Somebody at an address who keeps what arrives. */
export async function somebody(
  cluster: SimulatedCluster,
  address: string,
): Promise<{ readonly socket: DatagramSocket; readonly heard: string[] }> {
  const heard: string[] = [];
  const socket = await cluster.world.network.bind({ address, port: 0 }, (data, from) =>
    heard.push(`${from.address}:${from.port}: ${Buffer.from(data).toString()}`),
  );
  return { socket, heard };
}
