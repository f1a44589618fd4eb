import { EmulatorError } from "../../errors.ts";
import type { CallOutcome } from "../../peer/calls/call/call.ts";
import type { Peer } from "../../peer/peer.ts";
import type { ControlledClock, Timer } from "../../world/clock.ts";
import { seconds } from "../../world/duration.ts";
import { pollOnce } from "../poll-once.ts";
import { readCall, readLoad, type CallOptions, type CallPlan, type LoadPlan } from "./call-plan.ts";

/** Whoever calls with no alias of its own is one of these. */
const CALLER = "caller";

/** What became of a call that the lab made, as far as is known. */
export type PlacedCall =
  | { readonly state: "connected"; readonly peer: string; readonly serialNumber: string; readonly kbps: number }
  | { readonly state: "refused"; readonly peer: string; readonly code: string; readonly reason: string }
  /** A system that is asked does not answer; time has to pass before it is given up. */
  | { readonly state: "searching"; readonly peer: string };

export interface ActiveCall {
  readonly peer: string;
  readonly serialNumber: string;
  readonly source: string;
  readonly destination: string;
  readonly protocol: string;
  readonly kbps: number;
  readonly route: readonly string[];
  readonly seconds: number;
}

/** A load that runs. */
export interface LoadStatus {
  readonly id: number;
  readonly load: string;
  readonly placed: number;
  readonly connected: number;
  /** How often, by reason. */
  readonly refused: Readonly<Record<string, number>>;
}

interface Load {
  readonly text: string;
  readonly timer: Timer;
  placed: number;
  connected: number;
  readonly refused: Map<string, number>;
}

export interface LabCallsOptions {
  readonly clock: ControlledClock;
  readonly peers: readonly { readonly name: string; readonly peer: Peer }[];
  readonly domain: string;
  /** The domain of the lab's neighbor. */
  readonly neighborDomain: string;
}

/** Calls that the lab makes through its peers: one, or a load of them. */
export class LabCalls {
  readonly #loads = new Map<number, Load>();
  #lastLoad = 0;
  #lastCall = 0;

  constructor(private readonly options: LabCallsOptions) {}

  /**
   * Makes a call on a peer and tells what becomes of it at this moment of emulated time.
   * @throws EmulatorError PEER_UNKNOWN, PEER_DOWN, CALL_INVALID
   */
  async place(peerName: string, options: CallOptions): Promise<PlacedCall> {
    const peer = this.#named(peerName);
    const plan = readCall(options, this.#nextAliases());
    if (!peer.device) throw new EmulatorError("PEER_DOWN", `${peerName} is down`);
    const outcome = await pollOnce<CallOutcome>(this.options.clock, (done) => this.#place(peer, plan, done));
    if (!outcome) return { state: "searching", peer: peerName };
    return outcome.ok
      ? {
          state: "connected",
          peer: peerName,
          serialNumber: outcome.call.serialNumber,
          kbps: outcome.call.allocated,
        }
      : { state: "refused", peer: peerName, code: outcome.code, reason: outcome.reason };
  }

  /** Every call of every peer. */
  list(): readonly ActiveCall[] {
    return this.options.peers.flatMap(({ name, peer }) => {
      const { device } = peer;
      return (device?.calls.active() ?? []).map((call) => ({
        peer: name,
        serialNumber: call.serialNumber,
        source: call.source,
        destination: call.destination,
        protocol: call.protocol,
        kbps: call.allocated,
        route: call.route.nodes,
        seconds: Math.floor(((device?.clock.now() ?? 0) - call.startedAt) / 1000),
      }));
    });
  }

  /** Ends a call, whichever peer has it. @throws EmulatorError CALL_UNKNOWN */
  end(serialNumber: string): void {
    const ended = this.options.peers.some(({ peer }) => peer.device?.calls.hangUp(serialNumber));
    if (!ended) throw new EmulatorError("CALL_UNKNOWN", `no peer has a call ${serialNumber}`);
  }

  endAll(): void {
    for (const { serialNumber } of this.list()) this.end(serialNumber);
  }

  /** Makes calls at a steady rate, on each peer that is up in turn. @throws EmulatorError CALL_INVALID */
  startLoad(text: string): LoadStatus {
    const plan = readLoad(text);
    const id = ++this.#lastLoad;
    const period = seconds(1) / plan.callsPerSecond;
    const timer = this.options.clock.every(`load ${id}`, period, () => this.#placeOne(id, plan));
    this.#loads.set(id, { text, timer, placed: 0, connected: 0, refused: new Map() });
    return this.#status(id);
  }

  loads(): readonly LoadStatus[] {
    return [...this.#loads.keys()].map((id) => this.#status(id));
  }

  /** Calls that are in progress go on. @throws EmulatorError LOAD_UNKNOWN */
  stopLoad(id: number): void {
    const load = this.#load(id);
    load.timer.cancel();
    this.#loads.delete(id);
  }

  #placeOne(id: number, { duration, bandwidth }: LoadPlan): void {
    const load = this.#load(id);
    const up = this.options.peers.filter(({ peer }) => peer.device);
    const chosen = up[load.placed % Math.max(up.length, 1)];
    if (!chosen) return;
    load.placed++;
    const plan: CallPlan = { ...readCall({}, this.#nextAliases()), duration, bandwidth };
    this.#place(chosen.peer, plan, (outcome) => {
      if (outcome.ok) load.connected++;
      else load.refused.set(outcome.code, (load.refused.get(outcome.code) ?? 0) + 1);
    });
  }

  #place(peer: Peer, plan: CallPlan, done: (outcome: CallOutcome) => void): void {
    const { from, to, protocol, media, bandwidth, duration, zone } = plan;
    peer.device?.calls.place(
      {
        source: from,
        destination: to,
        protocol,
        media,
        bandwidth,
        from: zone,
        ...(duration !== undefined && { duration }),
      },
      done,
    );
  }

  #nextAliases(): { from: string; to: string } {
    const number = ++this.#lastCall;
    const { domain, neighborDomain } = this.options;
    return { from: `${CALLER}${number}@${domain}`, to: `desk${number}@${neighborDomain}` };
  }

  #named(name: string): Peer {
    const found = this.options.peers.find((candidate) => candidate.name === name);
    if (found) return found.peer;
    const names = this.options.peers.map((candidate) => candidate.name).join(", ") || "none";
    throw new EmulatorError("PEER_UNKNOWN", `"${name}" is not a peer; there are: ${names}`);
  }

  #load(id: number): Load {
    const load = this.#loads.get(id);
    if (load) return load;
    throw new EmulatorError(
      "LOAD_UNKNOWN",
      `there is no load ${id}; there are: ${[...this.#loads.keys()].join(", ") || "none"}`,
    );
  }

  #status(id: number): LoadStatus {
    const { text, placed, connected, refused } = this.#load(id);
    return { id, load: text, placed, connected, refused: Object.fromEntries(refused) };
  }
}
