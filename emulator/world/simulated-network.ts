import type { Clock } from "./clock.ts";
import type { Milliseconds } from "./duration.ts";
import {
  formatEndpoint,
  type Connection,
  type DatagramHandler,
  type DatagramSocket,
  type Endpoint,
  type Listener,
  type Network,
} from "./network.ts";
import type { Random } from "./random.ts";

/** What the network does to a message from one address to another. */
export interface LinkCondition {
  /** One way, without jitter. */
  readonly delay: Milliseconds;
  /** Up to this much is added at random, so datagrams may overtake each other. */
  readonly jitter: Milliseconds;
  /** The share of datagrams lost, 0 to 1. */
  readonly loss: number;
  /** Nothing passes. */
  readonly cut: boolean;
}

const PERFECT: LinkCondition = { delay: 1, jitter: 0, loss: 0, cut: false };

/** A reliable stream sends again what is lost; when nothing passes for this long it breaks. */
const STREAM_PATIENCE: Milliseconds = 20_000;
const STREAM_RETRY: Milliseconds = 1000;

interface Options {
  readonly clock: Clock;
  readonly random: Random;
}

/** Datagrams and streams in memory. Every byte is really encoded and decoded; only the wire is missing. */
export class SimulatedNetwork implements Network {
  readonly steadiness = undefined;
  readonly #sockets = new Map<string, DatagramHandler>();
  readonly #listeners = new Map<string, (connection: Connection) => void>();
  readonly #conditions = new Map<string, LinkCondition>();
  #everyLink: LinkCondition = PERFECT;
  #nextPort = 30_000;

  constructor(private readonly options: Options) {}

  /** Sets the condition of one direction between two addresses, or of every link that has none of its own. */
  setCondition(condition: Partial<LinkCondition>, from?: string, to?: string): void {
    if (from === undefined || to === undefined) this.#everyLink = { ...PERFECT, ...condition };
    else this.#conditions.set(`${from}>${to}`, { ...PERFECT, ...condition });
  }

  /** Every link is perfect again. */
  heal(): void {
    this.#everyLink = PERFECT;
    this.#conditions.clear();
  }

  bind(local: Endpoint, onMessage: DatagramHandler): Promise<DatagramSocket> {
    const endpoint = { address: local.address, port: local.port || this.#nextPort++ };
    const key = formatEndpoint(endpoint);
    if (this.#sockets.has(key)) return Promise.reject(new RangeError(`${key} is in use`));
    this.#sockets.set(key, onMessage);
    return Promise.resolve({
      local: endpoint,
      send: (data, to) => this.#sendDatagram(data, endpoint, to),
      close: () => {
        if (this.#sockets.get(key) === onMessage) this.#sockets.delete(key);
      },
    });
  }

  listen(local: Endpoint, onConnection: (connection: Connection) => void): Promise<Listener> {
    const key = formatEndpoint(local);
    if (this.#listeners.has(key)) return Promise.reject(new RangeError(`${key} is in use`));
    this.#listeners.set(key, onConnection);
    return Promise.resolve({ local, close: () => this.#listeners.delete(key) });
  }

  connect(from: string, to: Endpoint): Connection {
    const local = { address: from, port: this.#nextPort++ };
    const client = new StreamEnd(to);
    const server = new StreamEnd(local);
    client.send = (data) => this.#carry(client, server, local.address, to.address, data);
    server.send = (data) => this.#carry(server, client, to.address, local.address, data);
    client.close = () => this.#endStream(client, server, local.address, to.address);
    server.close = () => this.#endStream(server, client, to.address, local.address);
    const attempt = (patience: Milliseconds): void => {
      if (patience <= 0) client.finish();
      else if (this.#passes(local.address, to.address) && this.#passes(to.address, local.address)) {
        this.#later("connect", local.address, to.address, () => {
          const accept = this.#listeners.get(formatEndpoint(to));
          if (!accept) return client.finish();
          accept(server);
          client.open = true;
          if (client.outbox.length > 0) this.#deliverNext(client, server, from, to.address, STREAM_PATIENCE);
        });
      } else this.options.clock.after("connect again", STREAM_RETRY, () => attempt(patience - STREAM_RETRY));
    };
    server.open = true;
    attempt(STREAM_PATIENCE);
    return client;
  }

  #sendDatagram(data: Uint8Array, from: Endpoint, to: Endpoint): void {
    if (!this.#passes(from.address, to.address)) return;
    const copy = Uint8Array.from(data);
    this.#later("datagram", from.address, to.address, () => this.#sockets.get(formatEndpoint(to))?.(copy, from));
  }

  /** Streams keep their order: a chunk that is held up holds up those behind it. */
  #carry(from: StreamEnd, to: StreamEnd, source: string, destination: string, data: Uint8Array): void {
    if (from.closed) return;
    from.outbox.push(Uint8Array.from(data));
    if (from.open && from.outbox.length === 1) this.#deliverNext(from, to, source, destination, STREAM_PATIENCE);
  }

  #deliverNext(from: StreamEnd, to: StreamEnd, source: string, destination: string, patience: Milliseconds): void {
    if (patience <= 0) {
      from.finish();
      to.finish();
    } else if (!this.#passes(source, destination)) {
      const again = (): void => this.#deliverNext(from, to, source, destination, patience - STREAM_RETRY);
      this.options.clock.after("send again", STREAM_RETRY, again);
    } else {
      this.#later("stream", source, destination, () => {
        const chunk = from.outbox.shift();
        if (chunk && !to.closed) to.receive(chunk);
        if (from.outbox.length > 0) this.#deliverNext(from, to, source, destination, STREAM_PATIENCE);
      });
    }
  }

  #endStream(from: StreamEnd, to: StreamEnd, source: string, destination: string): void {
    if (from.closed) return;
    from.finish();
    this.#later("stream end", source, destination, () => to.finish());
  }

  #condition(from: string, to: string): LinkCondition {
    return this.#conditions.get(`${from}>${to}`) ?? this.#everyLink;
  }

  #passes(from: string, to: string): boolean {
    const { cut, loss } = this.#condition(from, to);
    return !cut && (loss === 0 || this.options.random.fraction() >= loss);
  }

  #later(name: string, from: string, to: string, run: () => void): void {
    const { delay, jitter } = this.#condition(from, to);
    this.options.clock.after(name, delay + (jitter === 0 ? 0 : jitter * this.options.random.fraction()), run);
  }
}

class StreamEnd implements Connection {
  closed = false;
  open = false;
  readonly outbox: Uint8Array[] = [];
  send: (data: Uint8Array) => void = () => {};
  close: () => void = () => {};
  #onData: ((data: Uint8Array) => void) | undefined;
  #onClose: (() => void) | undefined;
  readonly #early: Uint8Array[] = [];

  constructor(readonly remote: Endpoint) {}

  onData(handler: (data: Uint8Array) => void): void {
    this.#onData = handler;
    for (const data of this.#early.splice(0)) handler(data);
  }

  onClose(handler: () => void): void {
    this.#onClose = handler;
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
