import type { Endpoint } from "../../../world/endpoint.ts";
import type { DatagramHandler, DatagramSocket } from "../../../world/network.ts";
import type { World } from "../../../world/world.ts";

/** A port of the media range, bound. */
export interface RelaySocket {
  readonly port: number;
  send(data: Uint8Array, to: Endpoint): void;
  /** Who gets what arrives; until there is somebody it is lost. */
  onData(handler: DatagramHandler): void;
  close(): void;
}

/** So many ports in a row that others have, and something else is wrong: the system has no more sockets, for instance. */
const MOST_ATTEMPTS = 20;

export interface RelayPortsOptions {
  readonly world: World;
  readonly address: string;
  /** First and last port. */
  readonly range: () => readonly [number, number];
}

/** Gives out the ports of the media range, one after the other, so that one that was given back rests for a while. */
export class RelayPorts {
  readonly #taken = new Set<number>();
  #last = 0;

  constructor(private readonly options: RelayPortsOptions) {}

  /** @returns undefined when none is free */
  async take(even: boolean): Promise<RelaySocket | undefined> {
    return (await this.#takeFirst((port) => (!even || port % 2 === 0) && !this.#taken.has(port), 1))?.[0];
  }

  /** An even port and the one after it. @returns undefined when no pair is free */
  async takePair(): Promise<readonly [RelaySocket, RelaySocket] | undefined> {
    const free = (port: number): boolean => port % 2 === 0 && !this.#taken.has(port) && !this.#taken.has(port + 1);
    const [first, second] = (await this.#takeFirst(free, 2)) ?? [];
    return first && second && [first, second];
  }

  async #takeFirst(suits: (port: number) => boolean, count: number): Promise<readonly RelaySocket[] | undefined> {
    const tried = new Set<number>();
    while (tried.size < MOST_ATTEMPTS) {
      const port = this.#next((candidate) => suits(candidate) && !tried.has(candidate), count);
      if (port === undefined) return undefined;
      tried.add(port);
      this.#last = port;
      const sockets = await this.#bind(Array.from({ length: count }, (_, place) => port + place));
      if (sockets) return sockets;
    }
    return undefined;
  }

  /** The first port after the last that was given out, and round again. */
  #next(suits: (port: number) => boolean, count: number): number | undefined {
    const [first, last] = this.options.range();
    const size = last - first + 2 - count;
    const from = this.#last >= first && this.#last < first + size ? this.#last + 1 - first : 0;
    for (let step = 0; step < size; step++) {
      const port = first + ((from + step) % size);
      if (suits(port)) return port;
    }
    return undefined;
  }

  /** All of them or none. */
  async #bind(ports: readonly number[]): Promise<readonly RelaySocket[] | undefined> {
    const bound: RelaySocket[] = [];
    for (const port of ports) this.#taken.add(port);
    try {
      for (const port of ports) bound.push(await this.#bindOne(port));
      return bound;
    } catch {
      // Another program has it: the machine's other programs are not the client's concern, the next port will do.
      for (const socket of bound) socket.close();
      for (const port of ports) this.#taken.delete(port);
      return undefined;
    }
  }

  async #bindOne(port: number): Promise<RelaySocket> {
    let handler: DatagramHandler = () => {};
    const { world, address } = this.options;
    const socket: DatagramSocket = await world.network.bind({ address, port }, (data, from) => handler(data, from));
    return {
      port,
      send: (data, to) => socket.send(data, to),
      onData: (given) => (handler = given),
      close: () => {
        this.#taken.delete(port);
        socket.close();
      },
    };
  }
}
