import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { asn1Tags, contextTag, sequence, writeElement } from "../../../../../protocol/asn1/element.ts";
import { bitString, writeInteger, writeOid } from "../../../../../protocol/asn1/values.ts";
import { writeName } from "../../../../../protocol/x509/distinguished-name.ts";
import { oids } from "../../../../../protocol/x509/oids.ts";
import { writePem } from "../../../../../protocol/x509/pem.ts";

const ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";

/** A certificate with its private key, both PEM. */
export interface Issued {
  readonly certificate: string;
  readonly key: string;
  readonly serialNumber: number;
}

export interface IssueOptions {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly authority?: boolean;
  /** Short names of attributes with their values, where it is not a common name alone. */
  readonly subject?: readonly (readonly [string, string])[];
}

/** An authority that signs certificates and revocation lists, for tests alone. */
export class TestAuthority {
  readonly certificate: string;
  readonly #key: KeyObject;
  #serial = 1;

  constructor(
    readonly name: string,
    private readonly validity: IssueOptions,
  ) {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#key = privateKey;
    this.certificate = this.#certify([["CN", name]], spkiOf(publicKey), { ...validity, authority: true });
  }

  issue(commonName: string, options: Partial<IssueOptions> = {}): Issued {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const subject = options.subject ?? [["CN", commonName]];
    const certificate = this.#certify(subject, spkiOf(publicKey), { ...this.validity, ...options });
    const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    return { certificate, key, serialNumber: this.#serial };
  }

  /** PEM. */
  revocationList(serialNumbers: readonly number[], { from, to }: IssueOptions = this.validity): string {
    const entries = serialNumbers.map((serial) => sequence(writeInteger(serial), time(from)));
    const body = sequence(
      writeInteger(1),
      algorithm(),
      writeName([["CN", this.name]]),
      time(from),
      time(to),
      ...(entries.length > 0 ? [sequence(...entries)] : []),
    );
    return writePem("X509 CRL", this.#signed(body));
  }

  #certify(subject: readonly (readonly [string, string])[], key: Uint8Array, options: IssueOptions): string {
    const constraints = sequence(...(options.authority ? [writeElement(asn1Tags.boolean, Uint8Array.of(0xff))] : []));
    const extension = sequence(writeOid(oids.basicConstraints), writeElement(asn1Tags.octets, constraints));
    const body = sequence(
      writeElement(contextTag(0, true), writeInteger(2)),
      writeInteger(++this.#serial),
      algorithm(),
      writeName([["CN", this.name]]),
      sequence(time(options.from), time(options.to)),
      writeName(subject),
      key,
      writeElement(contextTag(3, true), sequence(extension)),
    );
    return writePem("CERTIFICATE", this.#signed(body));
  }

  #signed(body: Uint8Array): Uint8Array {
    return sequence(body, algorithm(), bitString(sign("sha256", body, this.#key)));
  }
}

const algorithm = (): Uint8Array => sequence(writeOid(ECDSA_WITH_SHA256));

const spkiOf = (key: KeyObject): Uint8Array => key.export({ type: "spki", format: "der" });

const time = (moment: number): Uint8Array =>
  writeElement(
    asn1Tags.generalizedTime,
    Buffer.from(`${new Date(moment).toISOString().replaceAll(/[-:T]|\.\d+Z/g, "")}Z`),
  );
