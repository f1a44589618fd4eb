import type { Store } from "../../store/store.ts";
import type { Clock } from "../../world/clock.ts";
import type { Random } from "../../world/random.ts";
import type { Part } from "../part.ts";

/** A server certificate and its private key, both PEM. */
export interface ServerCertificate {
  readonly certificate: string;
  readonly key: string;
}

interface Options {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** The fully qualified name of the peer at this moment. */
  readonly subject: () => string;
  readonly address: string;
}

/** The X.509 certificate that HTTPS and SIP over TLS serve. Peer-specific (guide, "Security certificates"). */
export class Certificates implements Part {
  readonly name = "certificates";
  #server: ServerCertificate | undefined;

  constructor(private readonly options: Options) {}

  /** Makes a self-signed certificate where none is kept yet: the first boot. */
  async start(): Promise<void> {
    const { store, clock, random, subject, address } = this.options;
    this.#server = store.state.get("server certificate");
    if (this.#server) return;
    // Loaded at the first boot only: the library behind it is large, and later boots have a certificate.
    const { selfSignedCertificate } = await import("./self-signed.ts");
    const serialNumber = random.bytes(15);
    this.#server = selfSignedCertificate({ subject: subject(), address, serialNumber, now: clock.now() });
    store.state.put("server certificate", this.#server);
  }

  /** @throws RangeError before the peer has started */
  get server(): ServerCertificate {
    if (!this.#server) throw new RangeError("the peer has not started");
    return this.#server;
  }
}
