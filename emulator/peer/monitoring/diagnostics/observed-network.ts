import type { EchoJudge, EchoOutcome, EchoRequest } from "../../../world/echo.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import type { Connection, DatagramHandler, DatagramSocket, Listener, Network } from "../../../world/network.ts";
import type { NetworkLog } from "../../reporting/logging/network-log.ts";
import { ObservedConnection } from "./observed-connection.ts";

/** Is given each datagram of the peer's sockets. */
export type DatagramWatcher = (from: Endpoint, to: Endpoint, data: Uint8Array) => void;

/** The network that a peer's parts are given: the module network.tcp tells of its connections, and its datagrams can be watched. */
export class ObservedNetwork implements Network {
  /** Undefined while nobody watches. */
  watcher: DatagramWatcher | undefined;

  constructor(
    private readonly network: Network,
    private readonly log: NetworkLog,
  ) {}

  get stableRevision(): number | undefined {
    return this.network.stableRevision;
  }

  disturb(): void {
    this.network.disturb();
  }

  onDisturbed(listener: () => void): () => void {
    return this.network.onDisturbed(listener);
  }

  async bind(local: Endpoint, onMessage: DatagramHandler): Promise<DatagramSocket> {
    const socket = await this.network.bind(local, (data, from) => {
      this.watcher?.(from, socket.local, data);
      onMessage(data, from);
    });
    return {
      local: socket.local,
      send: (data, to) => {
        this.watcher?.(socket.local, to, data);
        socket.send(data, to);
      },
      close: () => socket.close(),
    };
  }

  listen(local: Endpoint, onConnection: (connection: Connection) => void): Promise<Listener> {
    return this.network.listen(local, (connection) => onConnection(this.#told(connection, "accepted", local)));
  }

  connect(from: string, to: Endpoint): Connection {
    return this.#told(this.network.connect(from, to), "connecting", { address: from });
  }

  echo(request: EchoRequest, done: (outcome: EchoOutcome) => void): void {
    this.network.echo(request, done);
  }

  answerEchoes(address: string, judge: EchoJudge): () => void {
    return this.network.answerEchoes(address, judge);
  }

  #told(connection: Connection, began: "accepted" | "connecting", local: Partial<Endpoint>): Connection {
    return this.log.takes("network.tcp", "DEBUG")
      ? new ObservedConnection(connection, this.log, { began, local })
      : connection;
  }
}
