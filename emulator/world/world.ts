import { Activity } from "./activity.ts";
import type { Clock, ControlledClock } from "./clock.ts";
import type { Log } from "./log.ts";
import type { Network, SocketListeners } from "./network.ts";
import { machineRandom, seededRandom, type Random } from "./random.ts";
import { RealClock } from "./real-clock.ts";
import { RealNetwork } from "./real-network.ts";
import { RuledNetwork } from "./ruled-network.ts";
import { SimulatedClock } from "./simulated-clock.ts";
import { SimulatedNetwork } from "./simulated-network.ts";

/** Everything outside that is not deterministic, handed to whoever needs it. */
export interface World {
  readonly clock: Clock;
  readonly network: Network;
  readonly random: Random;
  readonly log: Log;
  /** Counts work of the machine that does not wait for emulated time, so that advancing time waits for it. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Bytes that the whole process takes of the machine; 0 in a simulated world, which has to repeat itself. */
  readonly memoryInUse: () => number;
  /** Absent in a simulated world: nobody can connect a browser to it. */
  readonly listeners?: SocketListeners;
}

export interface RealWorld extends World {
  readonly clock: ControlledClock;
  readonly network: RuledNetwork;
  readonly listeners: SocketListeners;
  stop(): void;
}

export interface RealWorldOptions {
  readonly log: Log;
  /** Emulated seconds a real second. */
  readonly speed?: number;
  readonly portOffset?: number;
  /** Everybody who speaks to each other here lives in this process. */
  readonly closed?: boolean;
}

/** The machine's own sockets and clock. */
export function createRealWorld(options: RealWorldOptions): RealWorld {
  const activity = new Activity();
  const onError = (where: string, error: unknown): void => options.log.error(`failed: ${where}`, error);
  const clock = new RealClock(activity, onError, {
    ...(options.speed !== undefined && { speed: options.speed }),
    onSlowed: (speed) =>
      options.log.warn("the machine cannot hold the speed of the lab: time goes slower, and nothing is missed", {
        speed,
      }),
    // From now on programs outside may come and go.
    onAdvanced: () => sockets.endPromise(),
  });
  const sockets = new RealNetwork({
    activity,
    onError,
    portOffset: options.portOffset ?? 0,
    // At ordinary speed somebody may speak to the peers at any moment; while time is moved by hand only they speak.
    closed: () => options.closed === true && clock.advancing,
  });
  return {
    clock,
    network: new RuledNetwork(sockets, clock),
    listeners: sockets.sockets,
    random: machineRandom,
    log: options.log,
    track: (work) => activity.track(work),
    memoryInUse: () => process.memoryUsage.rss(),
    stop: () => clock.stop(),
  };
}

export interface SimulatedWorld extends World {
  readonly clock: SimulatedClock;
  readonly network: RuledNetwork;
}

export interface SimulatedWorldOptions {
  readonly seed: number | string;
  readonly log: Log;
  /** Checked after every event. */
  readonly afterEach?: () => void;
}

/** A simulation begins at a fixed moment, so that the same seed writes the same logs. X8.1 was released that week. */
const SIMULATION_START = Date.UTC(2013, 11, 9, 10, 0, 0);

/** Time and network in memory: the same seed gives the same run. */
export function createSimulatedWorld(options: SimulatedWorldOptions): SimulatedWorld {
  const activity = new Activity();
  const onError = (where: string, error: unknown): void => options.log.error(`failed: ${where}`, error);
  const random = seededRandom(options.seed);
  const clock = new SimulatedClock(activity, onError, SIMULATION_START, options.afterEach);
  return {
    clock,
    random,
    log: options.log,
    network: new RuledNetwork(new SimulatedNetwork(clock), clock),
    track: (work) => activity.track(work),
    memoryInUse: () => 0,
  };
}
