import { createServer, type Server } from "node:https";
import { createServer as createPlainServer } from "node:http";
import type { TLSSocket } from "node:tls";
import fastify, { type FastifyInstance } from "fastify";
import type { Device } from "../../peer/device.ts";
import type { Part } from "../../peer/core/part.ts";
import type { Listener, SocketListeners } from "../../world/network.ts";
import { flawOfClient, tlsOptions } from "./client-certificates.ts";
import { journalRequests } from "./journal-requests.ts";
import { addRoutes, type RouteFactory } from "./routes.ts";

const HTTPS_PORT = 443;
const HTTP_PORT = 80;

/** A request body beyond this is refused before it is read whole. */
const LARGEST_BODY_BYTES = 4 * 1024 * 1024;

/** The web server of a peer: everything on 443, and on 80 the way there. */
export class HttpsServer implements Part {
  readonly name = "web server";
  #app: FastifyInstance | undefined;
  readonly #listeners: Listener[] = [];

  constructor(
    private readonly device: Device,
    private readonly listeners: SocketListeners,
    private readonly routes: readonly RouteFactory[],
  ) {}

  async start(): Promise<void> {
    let server: Server | undefined;
    const app = fastify({
      bodyLimit: LARGEST_BODY_BYTES,
      // Programs ask for `/login` and for `/login/`.
      routerOptions: { ignoreTrailingSlash: true },
      serverFactory: (handler) => (server = createServer(tlsOptions(this.device), handler)),
    });
    this.#app = app;
    journalRequests(app, this.device);
    await addRoutes(app, this.device, this.routes);
    await app.ready();
    this.device.certificates.onChange(() => server?.setSecureContext(tlsOptions(this.device)));
    // Before the server itself has heard of the connection.
    server?.prependListener("secureConnection", (socket) => this.#judge(socket));
    const { address, configuration } = this.device;
    if (configuration.isOn("Administration HTTPS Mode")) {
      this.#listeners.push(
        await this.listeners.listen({ address, port: HTTPS_PORT }, (socket) => server?.emit("connection", socket)),
      );
    }
    if (configuration.isOn("Administration HTTP Mode")) await this.#listenForRedirects(address);
  }

  async stop(): Promise<void> {
    for (const listener of this.#listeners.splice(0)) listener.close();
    await this.#app?.close();
  }

  #judge(socket: TLSSocket): void {
    const flaw = flawOfClient(this.device, socket);
    if (flaw === undefined) return;
    this.device.log.event("web", "TLS Negotiation Error", {
      "Src-ip": socket.remoteAddress,
      "Src-port": socket.remotePort,
      Detail: flaw,
    });
    socket.destroy();
  }

  /** Administrator Guide: plain HTTP is only ever sent on to HTTPS. */
  async #listenForRedirects(address: string): Promise<void> {
    const plain = createPlainServer((request, response) => {
      const [, host = address, port] = /^(.*?)(?::(\d+))?$/.exec(request.headers.host ?? "") ?? [];
      // Where a lab moves all ports by the same number, the browser knows only the moved port that it asked.
      const moved = port === undefined ? "" : `:${Number(port) - HTTP_PORT + HTTPS_PORT}`;
      response
        .writeHead(301, { location: `https://${host || address}${moved}${request.url ?? "/"}`, "content-length": 0 })
        .end();
    });
    this.#listeners.push(
      await this.listeners.listen({ address, port: HTTP_PORT }, (socket) => plain.emit("connection", socket)),
    );
  }
}
