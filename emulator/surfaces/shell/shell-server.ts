import ssh2 from "ssh2";
import type { Device } from "../../peer/device.ts";
import type { Part } from "../../peer/part.ts";
import type { Listener, SocketListeners } from "../../world/network.ts";
import { ShellConnection } from "./connection.ts";

const SSH_PORT = 22;

/** The SSH server of a peer. */
export class ShellServer implements Part {
  readonly name = "SSH server";
  #listener: Listener | undefined;
  readonly #connections = new Set<ShellConnection>();

  constructor(
    private readonly device: Device,
    private readonly listeners: SocketListeners,
  ) {}

  async start(): Promise<void> {
    const { address, configuration, hostKeys } = this.device;
    if (!configuration.isOn("Administration SSH Mode")) return;
    const server = new ssh2.Server({ hostKeys: [...hostKeys], ident: "ExpresswayTwin" }, (client, { ip, port }) => {
      const connection = new ShellConnection(this.device, client, { address: ip, port }, this.listeners);
      this.#connections.add(connection);
      client.on("close", () => this.#connections.delete(connection));
    });
    this.#listener = await this.listeners.listen({ address, port: SSH_PORT }, (socket) => {
      // Answers are small and follow each other: waiting to fill packets would cost two delayed acknowledgements each.
      socket.setNoDelay(true);
      server.injectSocket(socket);
    });
  }

  stop(): void {
    // The log is gone once the peer is down, and the sockets close later than that.
    for (const connection of this.#connections) connection.finish();
    this.#listener?.close();
  }
}
