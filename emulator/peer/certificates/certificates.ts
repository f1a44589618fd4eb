import type { PeerState } from "../../store/state-rows.ts";
import type { Store } from "../../store/store.ts";
import type { Clock } from "../../world/clock.ts";
import type { Random } from "../../world/random.ts";
import type { Facts } from "../facts.ts";
import type { Part } from "../part.ts";
import { flawOfCertificates, flawOfKey, flawOfPair } from "./check-pem.ts";

/** A server certificate and its private key, both PEM. */
export interface ServerCertificate {
  readonly certificate: string;
  readonly key: string;
}

/** The PEM files of a peer: its certificate, the private key, and the CA certificates that it trusts. */
export type CertificateFile = "certificate" | "key" | "trusted";

interface Options {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly facts: Facts;
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

  /** The files as they were written last, PEM; `trusted` is blank until then. */
  get files(): Readonly<Record<CertificateFile, string>> {
    const { state } = this.options.store;
    return { trusted: "", ...(state.get("server certificate") ?? this.server), ...state.get("certificate files") };
  }

  /** The CA certificates that the peer trusts, PEM; blank when there are none. */
  get trusted(): string {
    return this.options.store.state.get("certificate files")?.trusted ?? "";
  }

  /**
   * Takes a new file. Certificate and key come one after the other: the first waits until both belong together. They are
   * served from the next restart on.
   */
  write(file: CertificateFile, pem: string): { ok: true; detail: string } | { ok: false; reason: string } {
    const reason = file === "key" ? flawOfKey(pem) : flawOfCertificates(pem);
    if (reason !== undefined) return { ok: false, reason };
    const { state } = this.options.store;
    const files: Record<CertificateFile, string> = { ...this.files, [file]: pem };
    const { certificate, key, trusted } = files;
    const apart = { ...state.get("certificate files"), [file]: pem };
    if (file === "trusted") return this.#keep(apart, "kept");
    const flaw = flawOfPair(certificate, key);
    if (flaw !== undefined) return this.#keep(apart, `not used yet with its other half: ${flaw}`);
    this.options.store.transaction(() => {
      state.put("server certificate", { certificate, key });
      state.put("certificate files", trusted === "" ? {} : { trusted });
    });
    return { ok: true, detail: "used from the next restart on" };
  }

  #keep(files: PeerState["certificate files"], detail: string): { ok: true; detail: string } {
    this.options.store.state.put("certificate files", files);
    this.options.facts.changed();
    return { ok: true, detail };
  }
}
