import { EmulatorError } from "../../errors.ts";
import type { Peer } from "../../peer/peer.ts";
import type { RealWorld } from "../../world/world.ts";
import { pollOnce } from "../poll-once.ts";
import { TurnClient, type TurnOutcome } from "./turn-client.ts";
import { TurnCredentials } from "./turn-credentials.ts";

/** The port of TURN requests of a peer as unpacked. */
const TURN_PORT = 3478;

/** So many clients ask at the same time: more would fill the buffers of the peer's port. */
const AT_A_TIME = 100;

export interface RelayRequest {
  readonly user: string;
  readonly password: string;
  readonly port?: number | undefined;
  /** An address that may send through the relay. */
  readonly to?: string | undefined;
  /** What it is given back by. */
  readonly name?: string | undefined;
}

/** What became of a request for a relay, as far as is known. */
export type RelayOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface LabRelaysOptions {
  readonly world: RealWorld;
  /** Where the clients are. */
  readonly address: string;
  readonly peers: readonly { readonly name: string; readonly peer: Peer }[];
}

interface HeldRelay {
  readonly name: string | undefined;
  readonly client: TurnClient;
}

/** Clients of the lab that hold relays of its peers and keep them alive. */
export class LabRelays {
  #held: HeldRelay[] = [];

  constructor(private readonly options: LabRelaysOptions) {}

  /**
   * Asks a peer for relays, each for a client of its own, and tells what becomes of it at this moment of emulated time.
   * @throws EmulatorError PEER_UNKNOWN, PEER_DOWN
   */
  async allocate(peerName: string, count: number, request: RelayRequest): Promise<readonly RelayOutcome[]> {
    const server = { address: this.#addressOf(peerName), port: request.port ?? TURN_PORT };
    const { world, address } = this.options;
    const credentials = new TurnCredentials(request.user, request.password);
    const outcomes: RelayOutcome[] = [];
    while (outcomes.length < count) {
      const clients = Array.from(
        { length: Math.min(count - outcomes.length, AT_A_TIME) },
        () => new TurnClient({ world, address, server, credentials, peer: request.to }),
      );
      outcomes.push(...(await this.#allocateAll(clients, request.name)));
    }
    return outcomes;
  }

  /** Gives back the relays that were allocated under a name, or all of them. @returns how many that were */
  async release(name?: string): Promise<number> {
    const isToEnd = (held: HeldRelay): boolean => name === undefined || held.name === name;
    const ending = this.#held.filter(isToEnd);
    this.#held = this.#held.filter((held) => !isToEnd(held));
    for (let place = 0; place < ending.length; place += AT_A_TIME) {
      for (const { client } of ending.slice(place, place + AT_A_TIME)) client.release();
      await this.options.world.clock.advance(0);
    }
    return ending.length;
  }

  /** The lab ends. */
  stop(): void {
    for (const { client } of this.#held) client.close();
  }

  /** All ask at the same time; those that get a relay are held. */
  async #allocateAll(clients: readonly TurnClient[], name: string | undefined): Promise<readonly RelayOutcome[]> {
    const { world } = this.options;
    const outcomes = new Map<TurnClient, TurnOutcome>();
    await pollOnce<true>(world.clock, (done) => {
      for (const client of clients) {
        const asked = client.allocate((outcome) => {
          outcomes.set(client, outcome);
          if (outcomes.size === clients.length) done(true);
        });
        void world.track(asked);
      }
    });
    return clients.map((client): RelayOutcome => {
      const outcome = outcomes.get(client);
      if (outcome?.ok) {
        this.#held.push({ name, client });
        return { ok: true };
      }
      client.close();
      return { ok: false, reason: outcome?.reason ?? "no answer" };
    });
  }

  #addressOf(name: string): string {
    const found = this.options.peers.find((candidate) => candidate.name === name)?.peer;
    if (!found) {
      const names = this.options.peers.map((candidate) => candidate.name).join(", ") || "none";
      throw new EmulatorError("PEER_UNKNOWN", `"${name}" is not a peer; there are: ${names}`);
    }
    if (!found.device) throw new EmulatorError("PEER_DOWN", `${name} is down`);
    return found.device.address;
  }
}
