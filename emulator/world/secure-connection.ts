import { isIP } from "node:net";
import { Duplex } from "node:stream";
import { connect } from "node:tls";
import type { Connection } from "./network.ts";

export interface SecureOptions {
  /** PEM certificates, one of which has to have issued that of the server; blank trusts nobody. */
  readonly trusted: string;
  /** The name or address that the server's certificate has to be for. */
  readonly server: string;
}

/** What a TLS connection tells, each once at most. */
export interface SecureEvents {
  opened(): void;
  /** `reason` says why no TLS came about; it is undefined when the connection below was refused, or ended later. */
  closed(reason: string | undefined): void;
}

export interface SecureConnection {
  send(data: Uint8Array): void;
  close(): void;
}

/**
 * TLS as a client over a connection. Its handshake takes turns of the machine's event loop, which emulated time does not
 * wait for: it is for servers outside of the lab. The validity of certificates goes by the machine's clock.
 */
export function secure(inner: Connection, { trusted, server }: SecureOptions, events: SecureEvents): SecureConnection {
  const stream = new ConnectionStream(inner);
  const socket = connect({
    socket: stream,
    ca: trusted === "" ? [] : [trusted],
    host: server,
    ...(isIP(server) === 0 && { servername: server }),
  });
  let reached = false;
  let over = false;
  const close = (reason?: string): void => {
    if (over) return;
    over = true;
    events.closed(reason);
  };
  inner.onOpen(() => (reached = true));
  socket.once("secureConnect", () => events.opened());
  // The reason of a handshake that fails; an error afterwards is the end of the connection and no more.
  socket.on("error", (error) => close(reached && !socket.authorized ? error.message : undefined));
  socket.once("close", () => close());
  return {
    send: (data) => void socket.write(data),
    close: () => {
      over = true;
      socket.end();
    },
  };
}

/** A connection as the stream that Node's TLS wants to run over. */
class ConnectionStream extends Duplex {
  constructor(private readonly inner: Connection) {
    super();
    inner.onData((data) => this.push(data));
    inner.onClose(() => {
      this.push(null);
      this.destroy();
    });
  }

  override _read(): void {
    // What arrives is pushed.
  }

  override _write(data: Uint8Array, _encoding: string, done: () => void): void {
    this.inner.send(data);
    done();
  }

  override _final(done: () => void): void {
    this.inner.close();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.inner.close();
    done(error);
  }
}
