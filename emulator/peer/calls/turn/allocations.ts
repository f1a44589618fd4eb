import type { Timer } from "../../../world/clock.ts";
import { type Milliseconds, seconds } from "../../../world/duration.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import { formatEndpoint } from "../../../world/network.ts";
import type { World } from "../../../world/world.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import { Counter } from "../call/counter.ts";
import { Allocation } from "./allocation.ts";
import { RelayPorts, type RelaySocket } from "./relay-ports.ts";

/** How a client reaches the server: its own endpoint and the port of TURN requests. Always UDP, always to LAN 1. */
export interface Client {
  readonly endpoint: Endpoint;
  readonly serverPort: number;
}

export interface Wanted {
  readonly client: Client;
  /** Of the Allocate request: the same again is the same request. */
  readonly transactionId: Uint8Array;
  readonly username: string | undefined;
  readonly lifetime: Milliseconds;
  /** Which port: any, an even one, an even one with the next reserved, or one that was reserved. */
  readonly port: "any" | "even" | "pair" | { readonly reserved: string };
}

/** A relay that was allocated. */
export interface Relay {
  readonly allocation: Allocation;
  readonly transactionId: Uint8Array;
  /** What the reserved port is asked for with. */
  readonly reservationToken?: string;
}

export interface AllocationsOptions {
  readonly world: World;
  readonly log: EventLog;
  readonly address: string;
  readonly mediaPorts: () => readonly [number, number];
  /** A datagram that arrived at a relay from an address that may send. */
  readonly onData: (allocation: Allocation, data: Uint8Array, from: Endpoint) => void;
  /** Relays have come or gone. */
  readonly onCount: (count: number) => void;
}

/** RFC 5766, section 6.2: how long a reserved port waits. */
const RESERVED_FOR: Milliseconds = seconds(30);

const TOKEN_BYTES = 8;

/** The relays of this peer by client, the sockets that they have, and when they end. */
export class Allocations {
  readonly counter = new Counter();
  readonly #ports: RelayPorts;
  readonly #relays = new Map<string, Relay & { readonly socket: RelaySocket; expiry: Timer }>();
  readonly #pending = new Set<string>();
  readonly #atPort = new Map<number, number>();
  readonly #reserved = new Map<string, { readonly socket: RelaySocket; readonly expiry: Timer }>();

  constructor(private readonly options: AllocationsOptions) {
    const { world, address, mediaPorts } = options;
    this.#ports = new RelayPorts({ world, address, range: mediaPorts });
  }

  all(): readonly Allocation[] {
    return [...this.#relays.values()].map(({ allocation }) => allocation);
  }

  find(client: Client): Relay | undefined {
    return this.#relays.get(keyOf(client));
  }

  /** True while a relay is being allocated for a client. */
  isPending(client: Client): boolean {
    return this.#pending.has(keyOf(client));
  }

  /** How many relays are being allocated. */
  get pending(): number {
    return this.#pending.size;
  }

  /** Relays of clients at one port of TURN requests. */
  countAt(serverPort: number): number {
    return this.#atPort.get(serverPort) ?? 0;
  }

  /** @returns undefined when there is no port as it is wanted */
  async allocate(wanted: Wanted): Promise<Relay | undefined> {
    const key = keyOf(wanted.client);
    this.#pending.add(key);
    const found = await this.options.world.track(this.#takePort(wanted));
    // Whoever turned TURN services off meanwhile has cleared what is pending.
    const awaited = this.#pending.delete(key);
    if (found && awaited) return this.#add(key, wanted, found);
    found?.socket.close();
    return undefined;
  }

  refresh({ allocation }: Relay, lifetime: Milliseconds): void {
    const entry = this.#relays.get(keyOfAllocation(allocation));
    if (!entry) return;
    allocation.refresh(lifetime);
    entry.expiry.cancel();
    entry.expiry = this.#expiryOf(allocation, lifetime);
  }

  /** A client gives its relay back. */
  free({ allocation }: Relay): void {
    this.#end(allocation, "Relay Deleted");
  }

  sendToPeer(allocation: Allocation, data: Uint8Array, peer: Endpoint): void {
    allocation.count("toPeers", data.length);
    this.#relays.get(keyOfAllocation(allocation))?.socket.send(data, peer);
  }

  /** Ends all of them. */
  clear(): void {
    this.#pending.clear();
    for (const { expiry, socket } of this.#reserved.values()) {
      expiry.cancel();
      socket.close();
    }
    this.#reserved.clear();
    for (const allocation of this.all()) this.#end(allocation, "Relay Deleted");
  }

  async #takePort({ port }: Wanted): Promise<{ socket: RelaySocket; next?: RelaySocket } | undefined> {
    if (typeof port === "object") {
      const reserved = this.#reserved.get(port.reserved);
      if (!reserved) return undefined;
      this.#reserved.delete(port.reserved);
      reserved.expiry.cancel();
      return { socket: reserved.socket };
    }
    if (port === "pair") {
      const [socket, next] = (await this.#ports.takePair()) ?? [];
      return socket && next && { socket, next };
    }
    const socket = await this.#ports.take(port === "even");
    return socket && { socket };
  }

  #add(key: string, wanted: Wanted, { socket, next }: { socket: RelaySocket; next?: RelaySocket }): Relay {
    const { world, address, log, onData } = this.options;
    const { client, username, lifetime, transactionId } = wanted;
    const allocation = new Allocation(
      {
        serialNumber: world.random.uuid(),
        client: client.endpoint,
        serverPort: client.serverPort,
        relayed: { address, port: socket.port },
        username,
        createdAt: world.clock.now(),
      },
      world.clock,
      lifetime,
    );
    socket.onData((data, from) => {
      if (!allocation.isPermitted(from.address)) return;
      allocation.count("toClient", data.length);
      onData(allocation, data, from);
    });
    const token = next && this.#reserve(next);
    const relay: Relay = { allocation, transactionId, ...(token !== undefined && { reservationToken: token }) };
    this.#relays.set(key, { ...relay, socket, expiry: this.#expiryOf(allocation, lifetime) });
    this.#atPort.set(client.serverPort, this.countAt(client.serverPort) + 1);
    this.counter.up();
    log.event("tvcs", "Relay Allocated", fieldsOf(allocation));
    this.#count();
    return relay;
  }

  #reserve(socket: RelaySocket): string {
    const { clock, random } = this.options.world;
    const token = Buffer.from(random.bytes(TOKEN_BYTES)).toString("hex");
    const expiry = clock.after("reserved TURN port", RESERVED_FOR, () => {
      this.#reserved.delete(token);
      socket.close();
    });
    this.#reserved.set(token, { socket, expiry });
    return token;
  }

  #expiryOf(allocation: Allocation, lifetime: Milliseconds): Timer {
    return this.options.world.clock.after("TURN relay", lifetime, () => this.#end(allocation, "Relay Expired"));
  }

  #end(allocation: Allocation, event: "Relay Deleted" | "Relay Expired"): void {
    const key = keyOfAllocation(allocation);
    const entry = this.#relays.get(key);
    if (!entry) return;
    entry.expiry.cancel();
    entry.socket.close();
    this.#relays.delete(key);
    this.#atPort.set(allocation.facts.serverPort, this.countAt(allocation.facts.serverPort) - 1);
    this.counter.down();
    this.options.log.event("tvcs", event, fieldsOf(allocation));
    this.#count();
  }

  #count(): void {
    this.options.onCount(this.#relays.size);
  }
}

const keyOf = ({ endpoint, serverPort }: Client): string => `${serverPort} ${formatEndpoint(endpoint)}`;

const keyOfAllocation = ({ facts: { client, serverPort } }: Allocation): string =>
  keyOf({ endpoint: client, serverPort });

const fieldsOf = ({ facts: { client, relayed, username } }: Allocation) => ({
  Service: "TURN",
  "Src-ip": client.address,
  "Src-port": client.port,
  User: username,
  Detail: `relay ${formatEndpoint(relayed)}`,
});
