import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import type { Store } from "../../store/store.ts";
import type { Clock } from "../../world/clock.ts";
import { days } from "../../world/duration.ts";
import type { Random } from "../../world/random.ts";
import type { Part } from "../part.ts";

/** A server certificate and its private key, both PEM. */
export interface ServerCertificate {
  readonly certificate: string;
  readonly key: string;
}

const LIFETIME = days(3650);

/** The X.509 certificate that HTTPS and SIP over TLS serve. Peer-specific (guide, "Security certificates"). */
export class Certificates implements Part {
  readonly name = "certificates";
  #server: ServerCertificate | undefined;

  constructor(
    private readonly options: { store: Store; clock: Clock; random: Random; subject: () => string; address: string },
  ) {}

  /** Makes a self-signed certificate where none is kept yet: the first boot. */
  async start(): Promise<void> {
    const { store } = this.options;
    this.#server = store.state.get<ServerCertificate>("server certificate");
    if (this.#server) return;
    this.#server = await this.#selfSigned();
    store.state.put("server certificate", this.#server);
  }

  /** @throws RangeError before the peer has started */
  get server(): ServerCertificate {
    if (!this.#server) throw new RangeError("the peer has not started");
    return this.#server;
  }

  async #selfSigned(): Promise<ServerCertificate> {
    // Loaded at the first boot only: the library is large and later boots have a certificate.
    const [{ default: forge }, pair] = await Promise.all([
      import("node-forge"),
      promisify(generateKeyPair)("rsa", {
        modulusLength: 2048,
        publicKeyEncoding: { type: "spki", format: "pem" },
        privateKeyEncoding: { type: "pkcs8", format: "pem" },
      }),
    ]);
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey);
    // A leading 00 keeps the number positive.
    certificate.serialNumber = `00${Buffer.from(this.options.random.bytes(15)).toString("hex")}`;
    certificate.validity.notBefore = new Date(this.options.clock.now() - days(1));
    certificate.validity.notAfter = new Date(this.options.clock.now() + LIFETIME);
    const subject = [
      { name: "commonName", value: this.options.subject() },
      { name: "organizationName", value: "Temporary CA" },
    ];
    certificate.setSubject(subject);
    certificate.setIssuer(subject);
    certificate.setExtensions([
      { name: "basicConstraints", cA: false },
      { name: "keyUsage", digitalSignature: true, keyEncipherment: true },
      { name: "extKeyUsage", serverAuth: true, clientAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: this.options.subject() },
          { type: 7, ip: this.options.address },
        ],
      },
    ]);
    certificate.sign(forge.pki.privateKeyFromPem(pair.privateKey), forge.md.sha256.create());
    return { certificate: forge.pki.certificateToPem(certificate), key: pair.privateKey };
  }
}
