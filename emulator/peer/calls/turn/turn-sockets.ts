import type { Endpoint } from "../../../world/endpoint.ts";
import type { DatagramSocket } from "../../../world/network.ts";
import type { World } from "../../../world/world.ts";
import type { Client } from "./allocations.ts";

export type TurnState = "Inactive" | "Initializing" | "Active" | "Failed";

export interface TurnSocketsOptions {
  readonly world: World;
  readonly address: string;
  readonly onDatagram: (data: Uint8Array, client: Client) => void;
  readonly onState: () => void;
}

/** The ports of TURN requests. They are opened and closed one set after the other, however often settings change. */
export class TurnSockets {
  #state: TurnState = "Inactive";
  #work: Promise<void> = Promise.resolve();
  #stopped = false;
  readonly #sockets = new Map<number, DatagramSocket>();

  constructor(private readonly options: TurnSocketsOptions) {}

  get state(): TurnState {
    return this.#state;
  }

  /** Opens these ports in place of those that are open. @throws EmulatorError when one cannot be bound; then none is open */
  open(ports: readonly number[]): Promise<void> {
    const done = this.#work.then(() => this.#openAll(ports));
    this.#work = done.catch(() => {});
    return this.options.world.track(done);
  }

  stop(): void {
    this.#stopped = true;
    this.#close();
  }

  send(data: Uint8Array, { endpoint, serverPort }: Client): void {
    this.#sockets.get(serverPort)?.send(data, endpoint);
  }

  async #openAll(ports: readonly number[]): Promise<void> {
    this.#close();
    if (ports.length === 0) return this.#become("Inactive");
    this.#become("Initializing");
    const { world, address, onDatagram } = this.options;
    try {
      for (const port of ports) {
        const receive = (data: Uint8Array, endpoint: Endpoint): void =>
          onDatagram(data, { endpoint, serverPort: port });
        this.#sockets.set(port, await world.network.bind({ address, port }, receive));
      }
    } catch (error) {
      this.#close();
      this.#become("Failed");
      throw error;
    }
    if (this.#stopped) this.#close();
    else this.#become("Active");
  }

  #close(): void {
    for (const socket of this.#sockets.values()) socket.close();
    this.#sockets.clear();
  }

  #become(state: TurnState): void {
    this.#state = state;
    this.options.onState();
  }
}
