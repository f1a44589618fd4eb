import { EmulatorError } from "../../errors.ts";
import type { Log } from "../../world/log.ts";
import { machineRandom } from "../../world/random.ts";
import type { Lab } from "../lab.ts";
import { startLabOnFreePorts } from "../start-on-free-ports.ts";
import { topologyOn, type ScenarioTopology } from "./scenario-topology.ts";

/** 127.100.0 to 127.199.255: loopback networks that labs for people do not use. */
const FIRST = 100;
const SECONDS = 100;
const THIRDS = 256;

/** So many networks taken by others in a row, and something else is wrong. */
const MOST_ATTEMPTS = 20;

/** A lab whose time stands still, and the first three numbers of its addresses. */
export interface ScenarioLab {
  readonly lab: Lab;
  readonly network: string;
}

/**
 * Starts a lab on a loopback network of its own: at random, so that labs of other processes are not met, and on another
 * one where they are.
 * @throws EmulatorError what starting a lab gives
 */
export async function startScenarioLab(topology: ScenarioTopology, log: Log): Promise<ScenarioLab> {
  for (let attempt = 1; ; attempt++) {
    const chosen = Math.floor(machineRandom.fraction() * SECONDS * THIRDS);
    const network = `127.${FIRST + Math.floor(chosen / THIRDS)}.${chosen % THIRDS}`;
    try {
      const lab = await startLabOnFreePorts({ topology: topologyOn(network, topology), log, speed: 0 });
      return { lab, network };
    } catch (error) {
      const taken = error instanceof EmulatorError && error.code === "ADDRESS_IN_USE";
      if (!taken || attempt >= MOST_ATTEMPTS) throw error;
    }
  }
}
