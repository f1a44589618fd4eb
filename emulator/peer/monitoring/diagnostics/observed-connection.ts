import type { Endpoint } from "../../../world/endpoint.ts";
import type { Connection } from "../../../world/network.ts";
import type { NetworkLog } from "../../reporting/logging/network-log.ts";

/** How a connection began. */
export interface Beginning {
  readonly began: "accepted" | "connecting";
  /** The own end, its port where it is known. */
  readonly local: Partial<Endpoint>;
}

/** A TCP connection whose opening and end the Network Log tells of. */
export class ObservedConnection implements Connection {
  readonly remote: Endpoint;
  #onOpen: (() => void) | undefined;
  #onClose: (() => void) | undefined;

  constructor(
    private readonly base: Connection,
    private readonly log: NetworkLog,
    private readonly beginning: Beginning,
  ) {
    this.remote = base.remote;
    this.#logEvent(beginning.began === "accepted" ? "TCP Connection Established" : "TCP Connecting");
    base.onOpen(() => {
      this.#logEvent("TCP Connection Established");
      this.#onOpen?.();
    });
    base.onClose(() => {
      this.#logEvent("TCP Connection Closed");
      this.#onClose?.();
    });
  }

  send(data: Uint8Array): void {
    this.base.send(data);
  }

  onOpen(handler: () => void): void {
    this.#onOpen = handler;
  }

  onData(handler: (data: Uint8Array) => void): void {
    this.base.onData(handler);
  }

  onClose(handler: () => void): void {
    this.#onClose = handler;
  }

  close(): void {
    this.base.close();
  }

  /** From whoever has opened it to whoever has taken it. */
  #logEvent(detail: string): void {
    const { began, local } = this.beginning;
    const [source, destination] = began === "accepted" ? [this.remote, local] : [local, this.remote];
    this.log.write("network.tcp", "DEBUG", {
      "Src-ip": source.address,
      "Src-port": source.port,
      "Dst-ip": destination.address,
      "Dst-port": destination.port,
      Detail: detail,
    });
  }
}
