import { type Asn1Element, asn1Tags, contextTag, expected, partsOf, readElements } from "../asn1/element.ts";
import { readBits, readOid, readTime } from "../asn1/values.ts";
import { ipv4Text, ipv6Text } from "../ip-octets.ts";
import { colons } from "./colons.ts";
import { type DistinguishedName, nameText, readName } from "./distinguished-name.ts";
import { oids } from "./oids.ts";

/** Bytes and the signature over them. */
export interface Signed {
  readonly signedPart: Uint8Array;
  /** Object identifier. */
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
}

export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

export interface PublicKey {
  /** SubjectPublicKeyInfo. */
  readonly der: Uint8Array;
  readonly algorithm: string;
  /** The curve of a key on one. */
  readonly curve: string | undefined;
  readonly bits: Uint8Array;
}

/** An X.509 certificate (RFC 5280). Moments are milliseconds since 1970. */
export interface Certificate extends Signed {
  readonly der: Uint8Array;
  /** 1 to 3. */
  readonly version: number;
  readonly serialNumber: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: PublicKey;
  readonly extensions: readonly Extension[];
}

/** @throws MalformedMessage */
export function readCertificate(der: Uint8Array): Certificate {
  const { body, signed } = readSigned(der);
  const [first, ...others] = body;
  const versioned = first?.tag === contextTag(0, true);
  const [serial, , issuer, validity, subject, key, ...rest] = versioned ? others : body;
  const [notBefore, notAfter] = partsOf(validity);
  const extensions = rest.find(({ tag }) => tag === contextTag(3, true));
  return {
    ...signed,
    der,
    version: versioned ? (first.content.at(-1) ?? 0) + 1 : 1,
    serialNumber: expected(serial, asn1Tags.integer).content,
    issuer: readName(issuer),
    subject: readName(subject),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    publicKey: readPublicKey(key),
    extensions: extensions ? readExtensions(readElements(extensions.content)[0]) : [],
  };
}

/** What certificates, lists and requests have in common: a body, and its signature. @throws MalformedMessage */
export function readSigned(der: Uint8Array): { readonly body: readonly Asn1Element[]; readonly signed: Signed } {
  const [whole, ...more] = readElements(der);
  if (more.length > 0) expected(more[0], asn1Tags.sequence);
  const [body, algorithm, signature] = partsOf(whole);
  return {
    body: partsOf(body),
    signed: {
      signedPart: body?.whole ?? new Uint8Array(),
      signatureAlgorithm: readOid(partsOf(algorithm)[0]),
      signature: readBits(signature),
    },
  };
}

export function readPublicKey(element: Asn1Element | undefined): PublicKey {
  const [algorithm, bits] = partsOf(element);
  const [oid, parameters] = partsOf(algorithm);
  return {
    der: element?.whole ?? new Uint8Array(),
    algorithm: readOid(oid),
    curve: parameters?.tag === asn1Tags.oid ? readOid(parameters) : undefined,
    bits: readBits(bits),
  };
}

export function readExtensions(element: Asn1Element | undefined): readonly Extension[] {
  return partsOf(element).map((extension) => {
    const [oid, ...rest] = partsOf(extension);
    const [flag] = rest;
    return {
      oid: readOid(oid),
      critical: flag?.tag === asn1Tags.boolean && flag.content[0] !== 0,
      value: expected(rest.at(-1), asn1Tags.octets).content,
    };
  });
}

const findExtension = (extensions: readonly Extension[], oid: string): Extension | undefined =>
  extensions.find((extension) => extension.oid === oid);

/** Whether it may sign others; undefined where it does not say so, as those of old do not. */
export function isAuthority({ extensions }: Pick<Certificate, "extensions">): boolean | undefined {
  const constraints = findExtension(extensions, oids.basicConstraints);
  if (!constraints) return undefined;
  const [flag] = partsOf(readElements(constraints.value)[0]);
  return flag?.tag === asn1Tags.boolean && flag.content[0] !== 0;
}

/** The subject alternative names, `DNS:vcs.example.com`. */
export function alternativeNames({ extensions }: Pick<Certificate, "extensions">): readonly string[] {
  const names = findExtension(extensions, oids.subjectAltName);
  return names ? partsOf(readElements(names.value)[0]).map(generalName) : [];
}

/** A GeneralName as OpenSSL prints it. */
export function generalName({ tag, content }: Asn1Element): string {
  const text = Buffer.from(content).toString("latin1");
  switch (tag) {
    case contextTag(1, false):
      return `email:${text}`;
    case contextTag(2, false):
      return `DNS:${text}`;
    case contextTag(4, true):
      return `DirName:${nameText(readName(readElements(content)[0]))}`;
    case contextTag(6, false):
      return `URI:${text}`;
    case contextTag(7, false):
      return `IP Address:${addressText(content)}`;
    default:
      return "othername:<unsupported>";
  }
}

function addressText(octets: Uint8Array): string {
  if (octets.length === 4) return ipv4Text(octets);
  return octets.length === 16 ? ipv6Text(octets) : colons(octets);
}
