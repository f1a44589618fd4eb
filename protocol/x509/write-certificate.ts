import { asn1Tags, contextTag, sequence, writeElement } from "../asn1/element.ts";
import { bitString, writeInteger, writeOid, writeTime } from "../asn1/values.ts";
import { writeName } from "./distinguished-name.ts";
import { oids } from "./oids.ts";
import { writeAlternativeNames, writeExtension, writePurposes } from "./write-extensions.ts";

const VERSION_3 = 2;

/** KeyUsage, of which the first bit alone is set: seven of the eight are left out. */
const DIGITAL_SIGNATURE = writeElement(asn1Tags.bits, Uint8Array.of(7, 0b1000_0000));

/** A certificate of a server that signs it itself, for TLS in both roles, and is no authority for others. */
export interface OwnCertificate {
  /** A positive number in as few bytes as it can be written in. */
  readonly serialNumber: Uint8Array;
  /** Short names, `CN`, with their values; the issuer is the same. */
  readonly subject: readonly (readonly [name: string, value: string])[];
  /** DNS names and addresses. */
  readonly alternativeNames: readonly string[];
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
}

/**
 * What is to be signed of a certificate (RFC 5280, section 4.1).
 * @param algorithm object identifier of an ECDSA signature, which has no parameters
 */
export function writeCertificateBody(own: OwnCertificate, algorithm: string): Uint8Array {
  const name = writeName(own.subject);
  const extensions = sequence(
    writeExtension(oids.basicConstraints, sequence()),
    writeExtension(oids.keyUsage, DIGITAL_SIGNATURE),
    writePurposes(),
    writeAlternativeNames(own.alternativeNames),
  );
  return sequence(
    writeElement(contextTag(0, true), writeInteger(VERSION_3)),
    writeElement(asn1Tags.integer, own.serialNumber),
    sequence(writeOid(algorithm)),
    name,
    sequence(writeTime(own.notBefore), writeTime(own.notAfter)),
    name,
    own.publicKey,
    writeElement(contextTag(3, true), extensions),
  );
}

/** @param algorithm that of the body */
export const writeCertificate = (body: Uint8Array, algorithm: string, signature: Uint8Array): Uint8Array =>
  sequence(body, sequence(writeOid(algorithm)), bitString(signature));
