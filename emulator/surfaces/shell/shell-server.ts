import ssh2 from "ssh2";
import type { Device } from "../../peer/device.ts";
import type { Part } from "../../peer/core/part.ts";
import { formatEndpoint, type Listener, type Socket, type SocketListeners } from "../../world/network.ts";
import { ShellConnection } from "./connection.ts";
import { reportViolation } from "./protocol-violation.ts";

const SSH_PORT = 22;

/** The SSH server of a peer. */
export class ShellServer implements Part {
  readonly name = "SSH server";
  #listener: Listener | undefined;
  readonly #connections = new Set<ShellConnection>();
  /** Sockets on which nobody has said yet that they speak SSH, by where they come from. */
  readonly #unidentified = new Set<string>();

  constructor(
    private readonly device: Device,
    private readonly listeners: SocketListeners,
  ) {}

  async start(): Promise<void> {
    const { address, configuration, hostKeys } = this.device;
    if (!configuration.isOn("Administration SSH Mode")) return;
    const server = new ssh2.Server({ hostKeys: [...hostKeys], ident: "ExpresswayTwin" }, (client, { ip, port }) => {
      this.#unidentified.delete(formatEndpoint({ address: ip, port }));
      const connection = new ShellConnection(this.device, client, { address: ip, port }, this.listeners);
      this.#connections.add(connection);
      client.on("close", () => this.#connections.delete(connection));
    });
    this.#listener = await this.listeners.listen({ address, port: SSH_PORT }, (socket) => {
      // Answers are small and follow each other: waiting to fill packets would cost two delayed acknowledgements each.
      socket.setNoDelay(true);
      this.#awaitIdentification(socket);
      server.injectSocket(socket);
    });
  }

  /** ssh2 passes over in silence what does not begin as SSH does. */
  #awaitIdentification(socket: Socket): void {
    const { remoteAddress: address = "", remotePort: port = 0 } = socket;
    const source = formatEndpoint({ address, port });
    this.#unidentified.add(source);
    socket.on("close", () => {
      if (this.#unidentified.delete(source) && socket.bytesRead > 0)
        reportViolation(this.device, { address, port }, "The client did not identify itself");
    });
  }

  stop(): void {
    // The log is gone once the peer is down, and the sockets close later than that.
    for (const connection of this.#connections) connection.finish();
    this.#listener?.close();
  }
}
