import { asn1Tags, contextTag, partsOf, sequence, writeElement } from "../asn1/element.ts";
import { bitString, readOid, writeInteger, writeOid } from "../asn1/values.ts";
import {
  type Extension,
  type PublicKey,
  readExtensions,
  readPublicKey,
  readSigned,
  type Signed,
} from "./certificate.ts";
import { type DistinguishedName, readName, writeName } from "./distinguished-name.ts";
import { oids } from "./oids.ts";
import { writeAlternativeNames, writePurposes } from "./write-extensions.ts";

/** A certificate signing request (PKCS#10, RFC 2986). */
export interface CertificateRequest extends Signed {
  readonly der: Uint8Array;
  readonly subject: DistinguishedName;
  readonly publicKey: PublicKey;
  readonly extensions: readonly Extension[];
}

/** @throws MalformedMessage */
export function readCertificateRequest(der: Uint8Array): CertificateRequest {
  const { body, signed } = readSigned(der);
  const [, subject, key, attributes] = body;
  const requested = (attributes ? partsOf(attributes, contextTag(0, true)) : [])
    .map((attribute) => partsOf(attribute))
    .find(([type]) => readOid(type) === oids.extensionRequest);
  return {
    ...signed,
    der,
    subject: readName(subject),
    publicKey: readPublicKey(key),
    extensions: requested ? readExtensions(partsOf(requested[1], asn1Tags.set)[0]) : [],
  };
}

export interface RequestedNames {
  /** Short names, `CN`, with their values. */
  readonly subject: readonly (readonly [name: string, value: string])[];
  /** DNS names and addresses. */
  readonly alternativeNames: readonly string[];
}

/**
 * What is to be signed of a request for a certificate of a server that is a client as well (Administrator Guide, "Managing
 * the server certificate": a request has the extended key usages of both).
 * @param publicKey SubjectPublicKeyInfo
 */
export function writeRequestBody({ subject, alternativeNames }: RequestedNames, publicKey: Uint8Array): Uint8Array {
  const names = alternativeNames.length > 0 ? [writeAlternativeNames(alternativeNames)] : [];
  const extensions = sequence(writePurposes(), ...names);
  const attribute = sequence(writeOid(oids.extensionRequest), writeElement(asn1Tags.set, extensions));
  return sequence(writeInteger(0), writeName(subject), publicKey, writeElement(contextTag(0, true), attribute));
}

/** @param algorithm object identifier of an RSA signature */
export const writeRequest = (body: Uint8Array, algorithm: string, signature: Uint8Array): Uint8Array =>
  sequence(body, sequence(writeOid(algorithm), writeElement(asn1Tags.null)), bitString(signature));
