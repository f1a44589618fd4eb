import { NeighborGatekeeper } from "../../emulator/lab/surroundings/neighbor.ts";
import { NEIGHBOR_DOMAIN, neighborConfiguration } from "../../emulator/lab/topology/topology.ts";
import type { SimulatedWorld } from "../../emulator/world/world.ts";

const NEIGHBOR = "10.0.0.253";

/** An alias that the neighbor knows. */
export const KNOWN_ALIAS = `desk@${NEIGHBOR_DOMAIN}`;

/** The configuration of a peer that has the neighbor for a zone. */
export const neighborItems = (): Record<string, string> => neighborConfiguration({ surroundings: NEIGHBOR });

/** Somebody to call. */
export async function startNeighbor(world: SimulatedWorld): Promise<void> {
  await new NeighborGatekeeper(world.network, NEIGHBOR, NEIGHBOR_DOMAIN).start();
}
