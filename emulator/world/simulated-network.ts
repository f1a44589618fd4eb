import type { Clock } from "./clock.ts";
import type { Milliseconds } from "./duration.ts";
import { EchoHosts, type EchoJudge, type EchoOutcome, type EchoRequest } from "./echo.ts";
import type { Endpoint } from "./endpoint.ts";
import {
  type Connection,
  type DatagramHandler,
  type DatagramSocket,
  formatEndpoint,
  type Listener,
  type Network,
} from "./network.ts";
import { Subscribers } from "./subscribers.ts";

/** How long everything takes from one address to another, while no rule holds it up. */
const DELAY: Milliseconds = 1;

/** Datagrams and streams in memory. Every byte is really encoded and decoded; only the wire is missing. */
export class SimulatedNetwork implements Network {
  readonly #sockets = new Map<string, DatagramHandler>();
  readonly #listeners = new Map<string, (connection: Connection) => void>();
  readonly #echoHosts = new EchoHosts();
  #nextPort = 30_000;
  #changes = 0;
  readonly #subscribers = new Subscribers();

  constructor(private readonly clock: Clock) {}

  get stableRevision(): number {
    return this.#changes;
  }

  disturb(): void {
    this.#changes++;
    this.#subscribers.ended();
  }

  onDisturbed(listener: () => void): () => void {
    return this.#subscribers.add(listener);
  }

  bind(local: Endpoint, onMessage: DatagramHandler): Promise<DatagramSocket> {
    const endpoint = { address: local.address, port: local.port || this.#nextPort++ };
    const key = formatEndpoint(endpoint);
    if (this.#sockets.has(key)) return Promise.reject(new RangeError(`${key} is in use`));
    this.#sockets.set(key, onMessage);
    this.disturb();
    return Promise.resolve({
      local: endpoint,
      send: (data, to) => this.#sendDatagram(data, endpoint, to),
      close: () => {
        if (this.#sockets.get(key) === onMessage) this.#sockets.delete(key);
        this.disturb();
      },
    });
  }

  listen(local: Endpoint, onConnection: (connection: Connection) => void): Promise<Listener> {
    const key = formatEndpoint(local);
    if (this.#listeners.has(key)) return Promise.reject(new RangeError(`${key} is in use`));
    this.#listeners.set(key, onConnection);
    this.disturb();
    return Promise.resolve({
      local,
      close: () => {
        if (this.#listeners.get(key) === onConnection) this.#listeners.delete(key);
        this.disturb();
      },
    });
  }

  connect(from: string, to: Endpoint): Connection {
    const client = new StreamEnd(to);
    const server = new StreamEnd({ address: from, port: this.#nextPort++ });
    client.send = (data) => this.#carry(client, server, data);
    server.send = (data) => this.#carry(server, client, data);
    client.close = () => this.#endStream(client, server);
    server.close = () => this.#endStream(server, client);
    server.open = true;
    this.#later("connect", () => {
      const accept = this.#listeners.get(formatEndpoint(to));
      if (!accept || client.closed) return client.finish();
      accept(server);
      client.open = true;
      for (const data of client.outbox.splice(0)) this.#deliver(server, data);
      client.opened();
    });
    return client;
  }

  /** Everybody is on one network: no router is in between. */
  echo(request: EchoRequest, done: (outcome: EchoOutcome) => void): void {
    const { to: by } = request;
    this.#later("echo request", () => {
      const refusal = this.#isHost(by) ? this.#echoHosts.refusal(request) : ({ kind: "silent" } as const);
      this.#later("echo reply", () => done(refusal ?? { kind: "reply", by, milliseconds: 2 * DELAY }));
    });
  }

  answerEchoes(address: string, judge: EchoJudge): () => void {
    return this.#echoHosts.add(address, judge);
  }

  /** Servers around the peers are hosts by what they listen on. */
  #isHost(address: string): boolean {
    const here = (endpoint: string): boolean => endpoint.startsWith(`${address}:`);
    return this.#echoHosts.has(address) || [...this.#sockets.keys(), ...this.#listeners.keys()].some(here);
  }

  #sendDatagram(data: Uint8Array, from: Endpoint, to: Endpoint): void {
    const copy = Uint8Array.from(data);
    this.#later("datagram", () => this.#sockets.get(formatEndpoint(to))?.(copy, from));
  }

  #carry(from: StreamEnd, to: StreamEnd, data: Uint8Array): void {
    if (from.closed) return;
    const copy = Uint8Array.from(data);
    if (from.open) this.#deliver(to, copy);
    else from.outbox.push(copy);
  }

  #deliver(to: StreamEnd, data: Uint8Array): void {
    this.#later("stream", () => {
      if (!to.closed) to.receive(data);
    });
  }

  #endStream(from: StreamEnd, to: StreamEnd): void {
    if (from.closed) return;
    from.finish();
    this.#later("stream end", () => to.finish());
  }

  #later(name: string, run: () => void): void {
    this.clock.after(name, DELAY, run);
  }
}

class StreamEnd implements Connection {
  closed = false;
  open = false;
  /** Sent before it was open. */
  readonly outbox: Uint8Array[] = [];
  send: (data: Uint8Array) => void = () => {};
  close: () => void = () => {};
  #onOpen: (() => void) | undefined;
  #onData: ((data: Uint8Array) => void) | undefined;
  #onClose: (() => void) | undefined;
  readonly #early: Uint8Array[] = [];

  constructor(readonly remote: Endpoint) {}

  onOpen(handler: () => void): void {
    this.#onOpen = handler;
  }

  onData(handler: (data: Uint8Array) => void): void {
    this.#onData = handler;
    for (const data of this.#early.splice(0)) handler(data);
  }

  onClose(handler: () => void): void {
    this.#onClose = handler;
  }

  opened(): void {
    this.#onOpen?.();
  }

  receive(data: Uint8Array): void {
    if (this.#onData) this.#onData(data);
    else this.#early.push(data);
  }

  finish(): void {
    if (this.closed) return;
    this.closed = true;
    this.#onClose?.();
  }
}
