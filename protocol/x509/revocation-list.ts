import { asn1Tags, contextTag, expected, partsOf, readElements } from "../asn1/element.ts";
import { readTime } from "../asn1/values.ts";
import { type Extension, readExtensions, readSigned, type Signed } from "./certificate.ts";
import { type DistinguishedName, readName } from "./distinguished-name.ts";

export interface RevokedCertificate {
  /** Hexadecimal digits. */
  readonly serialNumber: string;
  readonly revokedAt: number;
}

/** A certificate revocation list (RFC 5280, 5). Moments are milliseconds since 1970. */
export interface RevocationList extends Signed {
  readonly der: Uint8Array;
  /** 1 or 2. */
  readonly version: number;
  readonly issuer: DistinguishedName;
  readonly lastUpdate: number;
  /** Undefined for one that says nothing of its end. */
  readonly nextUpdate: number | undefined;
  readonly revoked: readonly RevokedCertificate[];
  readonly extensions: readonly Extension[];
}

/** @throws MalformedMessage */
export function readRevocationList(der: Uint8Array): RevocationList {
  const { body, signed } = readSigned(der);
  const [first, ...others] = body;
  const versioned = first?.tag === asn1Tags.integer;
  const [, issuer, lastUpdate, ...rest] = versioned ? others : body;
  const next = rest.find(({ tag }) => tag === asn1Tags.utcTime || tag === asn1Tags.generalizedTime);
  const revoked = rest.find(({ tag }) => tag === asn1Tags.sequence);
  const extensions = rest.find(({ tag }) => tag === contextTag(0, true));
  return {
    ...signed,
    der,
    version: versioned ? (first.content.at(-1) ?? 0) + 1 : 1,
    issuer: readName(issuer),
    lastUpdate: readTime(lastUpdate),
    nextUpdate: next && readTime(next),
    revoked: (revoked ? partsOf(revoked) : []).map((entry) => {
      const [serial, revokedAt] = partsOf(entry);
      return { serialNumber: serialText(expected(serial, asn1Tags.integer).content), revokedAt: readTime(revokedAt) };
    }),
    extensions: extensions ? readExtensions(readElements(extensions.content)[0]) : [],
  };
}

/** A serial number as hexadecimal digits, as lists and certificates are compared by. */
export const serialText = (octets: Uint8Array): string => Buffer.from(octets).toString("hex");
