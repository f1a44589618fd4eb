import type { Socket } from "node:net";
import type { EchoJudge, EchoOutcome, EchoRequest } from "./echo.ts";
import type { Endpoint } from "./endpoint.ts";
import type { InboundFilter } from "./inbound-filter.ts";
import type { Lifetime } from "./lifetime.ts";
import {
  type Connection,
  type DatagramHandler,
  type DatagramSocket,
  formatEndpoint,
  type Listener,
  type Network,
  type SocketListeners,
} from "./network.ts";
import type { OpenSockets } from "./open-sockets.ts";

interface Closable {
  close(): void;
}

/**
 * The network that a peer's parts are given for one life: its sockets and connections end with it, and what arrives goes through
 * its filter.
 */
export class PeerNetwork implements Network {
  constructor(
    private readonly base: Network,
    private readonly life: Lifetime,
    private readonly open: OpenSockets,
    private readonly inbound: InboundFilter,
  ) {}

  get stableRevision(): number | undefined {
    return this.base.stableRevision;
  }

  disturb(): void {
    this.base.disturb();
  }

  onDisturbed(listener: () => void): () => void {
    return closing({ close: this.base.onDisturbed(() => void this.life.run(listener)) }, this.life);
  }

  async bind(local: Endpoint, onMessage: DatagramHandler): Promise<DatagramSocket> {
    // A socket at a port of no meaning only asks: what it is answered is let in (administrator guide, "return traffic").
    const asked = local.port === 0 ? new Set<string>() : undefined;
    const socket = await this.base.bind(local, (data, from) => {
      const answer = asked?.has(formatEndpoint(from)) === true;
      if (!answer && !this.inbound.passes({ protocol: "udp", from, to: socket.local })) return;
      void this.life.run(() => onMessage(data, from));
    });
    const close = closing(listed(socket, this.open.add("udp", socket.local)), this.life);
    return {
      local: socket.local,
      send: (data, to) => {
        if (this.life.over) return;
        asked?.add(formatEndpoint(to));
        socket.send(data, to);
      },
      close,
    };
  }

  async listen(local: Endpoint, onConnection: (connection: Connection) => void): Promise<Listener> {
    const accept = (connection: Connection): void =>
      void this.life.run(() => {
        const accepted = new PeerConnection(connection, this.life);
        this.inbound.admit({
          arrival: { protocol: "tcp", from: accepted.remote, to: local },
          accept: () => onConnection(accepted),
          reject: () => accepted.close(),
          giveUp: () => accepted.close(),
          onGone: (listener) => accepted.onClose(listener),
        });
      });
    const listener = await this.base.listen(local, accept);
    return { local: listener.local, close: closing(listed(listener, this.open.add("tcp", listener.local)), this.life) };
  }

  connect(from: string, to: Endpoint): Connection {
    return new PeerConnection(this.base.connect(from, to), this.life);
  }

  echo(request: EchoRequest, done: (outcome: EchoOutcome) => void): void {
    this.base.echo(request, (outcome) => void this.life.run(() => done(outcome)));
  }

  answerEchoes(address: string, judge: EchoJudge): () => void {
    const end = this.base.answerEchoes(address, (from) => {
      const verdict = this.inbound.verdict({
        protocol: "icmp",
        from: { address: from, port: 0 },
        to: { address, port: 0 },
      });
      return verdict === "allow" ? judge(from) : verdict;
    });
    return closing({ close: end }, this.life);
  }
}

/** The listeners of the ways in, for one life. */
export function peerListeners(
  base: SocketListeners,
  life: Lifetime,
  open: OpenSockets,
  inbound: InboundFilter,
): SocketListeners {
  return {
    listen: async (local: Endpoint, onSocket: (socket: Socket) => void): Promise<Listener> => {
      const listener = await base.listen(local, (socket) => {
        if (life.over) socket.destroy();
        else admitSocket(socket, local, onSocket, inbound);
      });
      return { local: listener.local, close: closing(listed(listener, open.add("tcp", listener.local)), life) };
    },
    awaitClient: base.awaitClient,
    atMost: base.atMost,
  };
}

function admitSocket(socket: Socket, to: Endpoint, onSocket: (socket: Socket) => void, inbound: InboundFilter): void {
  const from = { address: socket.remoteAddress ?? "", port: socket.remotePort ?? 0 };
  // Nobody else listens while it is held.
  const onError = (): void => void socket.destroy();
  socket.on("error", onError);
  inbound.admit({
    arrival: { protocol: "tcp", from, to },
    accept: () => {
      socket.off("error", onError);
      onSocket(socket);
    },
    reject: () => socket.resetAndDestroy(),
    giveUp: () => socket.destroy(),
    onGone: (listener) => socket.once("close", listener),
  });
}

/** Takes a socket off the list when it closes. */
const listed = (socket: Closable, takeOff: () => void): Closable => ({
  close: () => {
    takeOff();
    socket.close();
  },
});

/** Closes something with its life, or before. What was opened too late is closed at once. */
function closing(open: Closable, life: Lifetime): () => void {
  const mortal = { drop: () => open.close() };
  if (life.over) open.close();
  else life.hold(mortal);
  return () => {
    life.release(mortal);
    open.close();
  };
}

class PeerConnection implements Connection {
  readonly remote: Endpoint;
  readonly close: () => void;
  #onClose: (() => void) | undefined;

  constructor(
    private readonly base: Connection,
    private readonly life: Lifetime,
  ) {
    this.remote = base.remote;
    const mortal = { drop: () => base.close() };
    if (life.over) base.close();
    else life.hold(mortal);
    base.onClose(() => {
      life.release(mortal);
      void life.run(() => this.#onClose?.());
    });
    this.close = () => base.close();
  }

  send(data: Uint8Array): void {
    if (!this.life.over) this.base.send(data);
  }

  onOpen(handler: () => void): void {
    this.base.onOpen(() => void this.life.run(handler));
  }

  onData(handler: (data: Uint8Array) => void): void {
    this.base.onData((data) => void this.life.run(() => handler(data)));
  }

  onClose(handler: () => void): void {
    this.#onClose = handler;
  }
}
