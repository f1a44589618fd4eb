import type { Socket } from "node:net";
import type { Milliseconds } from "./duration.ts";
import type { EchoJudge, EchoOutcome, EchoRequest } from "./echo.ts";
import type { Endpoint } from "./endpoint.ts";

export type { Socket };

export type DatagramHandler = (data: Uint8Array, from: Endpoint) => void;

export interface DatagramSocket {
  readonly local: Endpoint;
  /** Sends and forgets: what does not arrive is for the protocol above to notice. */
  send(data: Uint8Array, to: Endpoint): void;
  close(): void;
}

/**
 * A reliable stream of bytes between two endpoints. What is sent before it is open waits; a stream that cannot be opened
 * closes.
 */
export interface Connection {
  readonly remote: Endpoint;
  send(data: Uint8Array): void;
  /** Called once when the other side has taken the connection. For whoever connects; an accepted one is open already. */
  onOpen(handler: () => void): void;
  onData(handler: (data: Uint8Array) => void): void;
  /** Called once, when either side or the network ends the connection, or when it could not be made. */
  onClose(handler: () => void): void;
  close(): void;
}

export interface Listener {
  readonly local: Endpoint;
  close(): void;
}

/**
 * What peers say to each other and to the servers around them goes through here. Only binding is a promise: everything
 * after it is a plain call, so that simulated time never has to wait for the event loop.
 */
export interface Network {
  /**
   * A number that stays the same as long as nothing has changed about who can reach whom: it changes whenever a socket or
   * listener comes or goes and whenever a fault begins or ends. Undefined while the network cannot promise that: messages
   * are lost or held up at random, or programs outside the lab may come and go without telling.
   */
  readonly stableRevision: number | undefined;
  /** Says that something has changed which others rely on and which no message tells them, so that they look again. */
  disturb(): void;
  /** Calls a listener whenever the number may have changed. @returns what ends that */
  onDisturbed(listener: () => void): () => void;
  /** Port 0 takes any free port. Rejects with an `EmulatorError` when the endpoint cannot be bound. */
  bind(local: Endpoint, onMessage: DatagramHandler): Promise<DatagramSocket>;
  listen(local: Endpoint, onConnection: (connection: Connection) => void): Promise<Listener>;
  connect(from: string, to: Endpoint): Connection;
  /** Asks by ICMP whether somebody is at an address. */
  echo(request: EchoRequest, done: (outcome: EchoOutcome) => void): void;
  /** Says that a host is at an address and whose echo requests it answers. @returns what ends that: nobody is there then */
  answerEchoes(address: string, judge: EchoJudge): () => void;
}

/** Real listeners for the ways in that need whole sockets: HTTPS, SSH. A simulated world has none. */
export interface SocketListeners {
  listen(local: Endpoint, onSocket: (socket: Socket) => void): Promise<Listener>;
  /** Waits until a client has closed its side, a second of the machine at most. Time that is advanced waits as well. */
  readonly awaitClient: (closed: Promise<void>) => Promise<void>;
  /** Waits for something that emulated time brings, and no longer than a span of the machine's: time may stand still. */
  readonly atMost: (awaited: Promise<void>, span: Milliseconds) => Promise<void>;
}

/** What a way in to a peer may use of the world: listeners for streams, and sockets for datagrams, which end with the peer's life. */
export interface SurfaceWorld extends SocketListeners {
  readonly bind: Network["bind"];
}

/** Those of a world without sockets. */
export const noListeners: SocketListeners = {
  listen: ({ address }) => Promise.reject(new RangeError(`${address}: nobody can connect to a simulated world`)),
  awaitClient: () => Promise.resolve(),
  atMost: (awaited) => awaited,
};

export const formatEndpoint = (endpoint: Endpoint): string => `${endpoint.address}:${endpoint.port}`;
