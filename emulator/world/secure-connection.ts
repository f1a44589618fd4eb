import { Duplex } from "node:stream";
import { checkServerIdentity, connect, type DetailedPeerCertificate, type PeerCertificate, TLSSocket } from "node:tls";
import type { Connection, Socket } from "./network.ts";

export interface SecureOptions {
  /** The name or address that the server's certificate has to be for. */
  readonly name: string;
  /** The certificates of the authorities that may have signed it, PEM; blank trusts nobody, undefined takes whoever answers. */
  readonly trusted: string | undefined;
  /** Why a server is refused that is trusted by all this; its certificate, DER, comes first, each with its issuer behind it. */
  readonly refusal?: (chain: readonly Uint8Array[]) => string | undefined;
}

/**
 * Speaks TLS as a client over a connection that is there already, so that whatever holds for the connection – faults, the
 * end of a peer's life – holds for what is encrypted as well. Certificates are judged by the machine's date: TLS has no other.
 * @returns the connection for what is to be encrypted; rejects with the reason when the two sides cannot agree
 */
export function secure(base: Connection, { name, trusted, refusal }: SecureOptions): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      socket: streamOf(base),
      rejectUnauthorized: trusted !== undefined,
      // None at all would be those that Node itself trusts.
      ca: trusted ? [trusted] : [],
      host: name,
      checkServerIdentity: (_host, certificate) => flawOfName(name, certificate),
    });
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("the connection ended")));
    socket.once("secureConnect", () => {
      const reason = refusal?.(certificateChain(socket));
      if (reason !== undefined) {
        reject(new Error(reason));
        socket.destroy();
        return;
      }
      socket.off("error", reject);
      // What goes wrong later ends the connection.
      socket.on("error", () => socket.destroy());
      resolve({
        remote: base.remote,
        onOpen: (handler) => handler(),
        send: (data) => void socket.write(data),
        onData: (handler) => void socket.on("data", handler),
        onClose: (handler) => void socket.once("close", () => handler()),
        close: () => socket.destroySoon(),
      });
    });
  });
}

/** Names in the subject alternative name, and the common name, which the product compares (Administrator Guide, "LDAP configuration"). */
function flawOfName(name: string, certificate: PeerCertificate): Error | undefined {
  const { CN } = certificate.subject;
  if (typeof CN === "string" && CN.toLowerCase() === name.toLowerCase()) return undefined;
  return checkServerIdentity(name, certificate);
}

/** The certificate of the other side, DER, each with its issuer behind it; none where it has presented none. */
export function certificateChain(socket: Socket): readonly Uint8Array[] {
  if (!(socket instanceof TLSSocket)) return [];
  const leaf: Partial<DetailedPeerCertificate> = socket.getPeerCertificate(true);
  if (leaf.raw === undefined) return [];
  const chain = new Set<DetailedPeerCertificate>();
  // The issuer of a root is the root itself.
  for (
    let each: DetailedPeerCertificate | undefined = leaf as DetailedPeerCertificate;
    each && !chain.has(each);
    each = each.issuerCertificate
  )
    chain.add(each);
  return [...chain].map(({ raw }) => raw);
}

function streamOf(connection: Connection): Duplex {
  const stream = new Duplex({
    read: () => {},
    write: (chunk: Uint8Array, _encoding, done) => {
      connection.send(chunk);
      done();
    },
    final: (done) => {
      connection.close();
      done();
    },
    destroy: (error, done) => {
      connection.close();
      done(error);
    },
  });
  connection.onData((data) => void stream.push(data));
  connection.onClose(() => {
    stream.push(null);
    stream.destroy();
  });
  return stream;
}
