import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { connect as connectTcp, createServer, type Socket } from "node:net";
import type { Activity } from "./activity.ts";
import { bindFailure } from "./bind-failure.ts";
import type { Milliseconds } from "./duration.ts";
import { EchoHosts, type EchoJudge, type EchoOutcome, type EchoRequest } from "./echo.ts";
import type { Endpoint } from "./endpoint.ts";
import { FlightRecord } from "./flight-record.ts";
import {
  type Connection,
  type DatagramHandler,
  type DatagramSocket,
  formatEndpoint,
  type Listener,
  type Network,
  type SocketListeners,
} from "./network.ts";
import { pingWithProgram } from "./ping-program.ts";
import { realConnection } from "./real-connection.ts";
import { Subscribers } from "./subscribers.ts";

/** Bursts from many peers at once overflow the system's default of about 200 kB. */
const RECEIVE_BUFFER_BYTES = 1 << 20;

export interface RealNetworkOptions {
  readonly activity: Activity;
  readonly onError: (where: string, error: unknown) => void;
  /** Added to every port that this lab binds, and to those it speaks to inside itself; 0 uses the real port numbers. */
  readonly portOffset?: number;
  /** Whether, at this moment, nothing outside the process can change who is reached here. */
  readonly closed?: () => boolean;
}

/** Sockets of this machine. Ports are logical: a peer binds 1719, and the offset is nobody's concern but this file's. */
export class RealNetwork implements Network {
  /** For the ways in that want the bare socket: HTTPS and SSH servers. */
  readonly sockets: SocketListeners = {
    listen: (local, onSocket) => this.#listen(local, onSocket),
    awaitClient: (closed) => this.options.activity.track(inTime(closed, CLIENT_PATIENCE)),
    atMost: inTime,
  };
  readonly #portOffset: number;
  readonly #ownAddresses = new Set<string>();
  readonly #echoHosts = new EchoHosts();
  /** The ways on which a datagram can arrive: what is sent to a socket that is not there is not waited for. */
  readonly #routes = new Set<string>();
  readonly #flights: FlightRecord;
  #changes = 0;
  readonly #subscribers = new Subscribers();

  constructor(private readonly options: RealNetworkOptions) {
    this.#portOffset = options.portOffset ?? 0;
    this.#flights = new FlightRecord(options.activity);
  }

  get stableRevision(): number | undefined {
    return this.options.closed?.() ? this.#changes : undefined;
  }

  disturb(): void {
    this.#changes++;
    this.endPromise();
  }

  /** Nothing has changed yet, but from now on it may. */
  endPromise(): void {
    this.#subscribers.ended();
  }

  onDisturbed(listener: () => void): () => void {
    return this.#subscribers.add(listener);
  }

  async bind(local: Endpoint, onMessage: DatagramHandler): Promise<DatagramSocket> {
    const socket = createSocket({ type: local.address.includes(":") ? "udp6" : "udp4" });
    const real = this.#offset(local);
    await new Promise<void>((resolve, reject) => {
      socket.once("error", (error) => reject(bindFailure(error, real)));
      socket.bind({ address: real.address, port: real.port, exclusive: true }, resolve);
    });
    socket.removeAllListeners("error");
    this.#ownAddresses.add(local.address);
    this.disturb();
    socket.setRecvBufferSize(RECEIVE_BUFFER_BYTES);
    return this.#datagramSocket(socket, onMessage);
  }

  listen(local: Endpoint, onConnection: (connection: Connection) => void): Promise<Listener> {
    return this.#listen(local, (socket) => {
      const remote = { address: socket.remoteAddress ?? "", port: socket.remotePort ?? 0 };
      onConnection(this.#connection(socket, remote, "server"));
    });
  }

  connect(from: string, to: Endpoint): Connection {
    const real = this.#ownAddresses.has(to.address) ? this.#offset(to) : to;
    const socket = connectTcp({ host: real.address, port: real.port, localAddress: from, noDelay: true });
    return this.#connection(socket, to, "client");
  }

  /** The machine answers for all addresses that it has: what a peer would not answer is not sent. */
  echo(request: EchoRequest, done: (outcome: EchoOutcome) => void): void {
    const refusal = this.#echoHosts.refusal(request);
    if (refusal) return done(refusal);
    this.options.activity.run(
      async () => done(await this.options.activity.track(pingWithProgram(request))),
      (error) => this.options.onError(`echo to ${request.to}`, error),
    );
  }

  answerEchoes(address: string, judge: EchoJudge): () => void {
    return this.#echoHosts.add(address, judge);
  }

  #datagramSocket(socket: UdpSocket, onMessage: DatagramHandler): DatagramSocket {
    const bound = socket.address();
    const local = this.#logical({ address: bound.address, port: bound.port });
    const inward = datagramRoute(local);
    this.#routes.add(inward);
    socket.on("message", (data, remote) => {
      this.#flights.landDatagram(inward);
      const from = this.#logical({ address: remote.address, port: remote.port });
      this.options.activity.run(
        () => onMessage(data, from),
        (error) => this.options.onError(`datagram at ${formatEndpoint(local)}`, error),
      );
    });
    // A refused datagram is reported on the next send; the protocol above notices by silence, as on a real network.
    socket.on("error", () => {});
    let open = true;
    let leaving = 0;
    const left = (): void => {
      if (--leaving === 0 && !open) socket.close();
    };
    return {
      local,
      send: (data, to) => {
        if (!open) return;
        const real = this.#ownAddresses.has(to.address) ? this.#offset(to) : to;
        const outward = datagramRoute(to);
        if (this.#routes.has(outward)) this.#flights.launch(outward, 1);
        leaving++;
        socket.send(data, real.port, real.address, left);
      },
      close: () => {
        if (!open) return;
        open = false;
        this.disturb();
        this.#routes.delete(inward);
        this.#flights.forget(inward);
        // What was sent before still leaves.
        if (leaving === 0) socket.close();
      },
    };
  }

  #connection(socket: Socket, remote: Endpoint, role: "client" | "server"): Connection {
    const flights = this.#ownAddresses.has(remote.address) ? this.#flights : undefined;
    return realConnection({
      socket,
      remote,
      role,
      flights,
      activity: this.options.activity,
      onError: this.options.onError,
    });
  }

  async #listen(local: Endpoint, onSocket: (socket: Socket) => void): Promise<Listener> {
    const server = createServer({ noDelay: true }, onSocket);
    const open = new Set<Socket>();
    server.on("connection", (socket) => {
      open.add(socket);
      socket.once("close", () => open.delete(socket));
    });
    const real = this.#offset(local);
    await new Promise<void>((resolve, reject) => {
      server.once("error", (error) => reject(bindFailure(error, real)));
      server.listen({ host: real.address, port: real.port, exclusive: true }, resolve);
    });
    this.#ownAddresses.add(local.address);
    this.disturb();
    const bound = server.address();
    return {
      // Asked for any port, the caller tells others the real one.
      local: local.port === 0 && typeof bound === "object" && bound ? { ...local, port: bound.port } : local,
      close: () => {
        this.disturb();
        server.close();
        for (const socket of open) socket.destroy();
      },
    };
  }

  /** Ports that the machine chose are known by their real number on both sides. */
  #offset(endpoint: Endpoint): Endpoint {
    const port =
      endpoint.port > 0 && endpoint.port < LOWEST_EPHEMERAL ? endpoint.port + this.#portOffset : endpoint.port;
    return { address: endpoint.address, port };
  }

  /** The port that the peer believes in, from the one that the machine used. Ephemeral ports are not offset. */
  #logical(endpoint: Endpoint): Endpoint {
    const port = endpoint.port - this.#portOffset;
    return this.#portOffset > 0 && this.#ownAddresses.has(endpoint.address) && port > 0 && port < LOWEST_EPHEMERAL
      ? { address: endpoint.address, port }
      : endpoint;
  }
}

/** How long a client may take to close a connection that has ended for the other side. */
const CLIENT_PATIENCE: Milliseconds = 1000;

function inTime(awaited: Promise<void>, span: Milliseconds): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, span);
    void awaited.then(() => {
      clearTimeout(patience);
      resolve();
    });
  });
}

const datagramRoute = (to: Endpoint): string => `udp ${formatEndpoint(to)}`;

/** Ports from here on are taken by the machine for outgoing connections. */
const LOWEST_EPHEMERAL = 10_000;
