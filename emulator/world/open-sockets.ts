import type { Endpoint } from "./endpoint.ts";

/** A socket that waits for others: a listener of streams, or one for datagrams. */
export interface OpenSocket {
  readonly protocol: "tcp" | "udp";
  readonly local: Endpoint;
}

/** The sockets that are open in one life of a peer. */
export class OpenSockets {
  readonly #open = new Set<OpenSocket>();

  /** @returns what takes it away again */
  add(protocol: OpenSocket["protocol"], local: Endpoint): () => void {
    const socket = { protocol, local };
    this.#open.add(socket);
    return () => this.#open.delete(socket);
  }

  /** By protocol, then by port. */
  all(): readonly OpenSocket[] {
    return [...this.#open].toSorted(
      (one, other) => one.protocol.localeCompare(other.protocol) || one.local.port - other.local.port,
    );
  }
}
