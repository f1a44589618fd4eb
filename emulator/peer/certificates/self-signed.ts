import { generateKeyPairSync, sign } from "node:crypto";
import forge from "node-forge";
import { days } from "../../world/duration.ts";
import type { ServerCertificate } from "./certificates.ts";

const { asn1 } = forge;

/** The library has this; its type declarations do not. */
const pki = forge.pki as typeof forge.pki & {
  certificateExtensionsToAsn1(extensions: readonly object[]): forge.asn1.Asn1;
};

const ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
const VERSION_3 = 2;
const LIFETIME = days(3650);

export interface SelfSignedOptions {
  /** Common name and DNS name. */
  readonly subject: string;
  readonly address: string;
  /** 15 bytes. */
  readonly serialNumber: Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * A certificate that a new peer gives itself. ECDSA: an RSA key takes a second of a slow machine, and a lab has many peers.
 * The library writes RSA certificates only, so the parts are put together here and signed by Node.
 */
export function selfSignedCertificate(options: SelfSignedOptions): ServerCertificate {
  const pair = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const template = pki.createCertificate();
  const names = [
    { name: "commonName", value: options.subject },
    { name: "organizationName", value: "Temporary CA" },
  ];
  template.setSubject(names);
  template.setExtensions([
    { name: "basicConstraints", cA: false },
    { name: "keyUsage", digitalSignature: true },
    { name: "extKeyUsage", serverAuth: true, clientAuth: true },
    {
      name: "subjectAltName",
      altNames: [
        { type: 2, value: options.subject },
        { type: 7, ip: options.address },
      ],
    },
  ]);
  const subject = pki.distinguishedNameToAsn1(template.subject);
  const body = sequence(
    asn1.create(asn1.Class.CONTEXT_SPECIFIC, asn1.Type.NONE, true, [integer(Buffer.from([VERSION_3]))]),
    integer(positive(options.serialNumber)),
    algorithm(),
    subject,
    sequence(time(options.now - days(1)), time(options.now + LIFETIME)),
    subject,
    asn1.fromDer(pair.publicKey.toString("binary")),
    pki.certificateExtensionsToAsn1(template.extensions),
  );
  const signature = sign("sha256", Buffer.from(asn1.toDer(body).getBytes(), "binary"), pair.privateKey);
  // The first byte of a bit string counts the bits to leave out at its end.
  const bits = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.BITSTRING, false, `\0${signature.toString("binary")}`);
  const der = asn1.toDer(sequence(body, algorithm(), bits)).getBytes();
  return { certificate: forge.pem.encode({ type: "CERTIFICATE", body: der }), key: pair.privateKey };
}

/** DER wants the fewest bytes that a number can be written in, and a positive one to begin with a 0 bit. */
function positive(bytes: Uint8Array): Buffer {
  const number = Buffer.from(bytes);
  number[0] = ((number[0] ?? 0) & 0x7f) | 0x40;
  return number;
}

const sequence = (...parts: forge.asn1.Asn1[]): forge.asn1.Asn1 =>
  asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, parts);

const integer = (bytes: Buffer): forge.asn1.Asn1 =>
  asn1.create(asn1.Class.UNIVERSAL, asn1.Type.INTEGER, false, bytes.toString("binary"));

const algorithm = (): forge.asn1.Asn1 =>
  sequence(asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(ECDSA_WITH_SHA256).getBytes()));

/** RFC 5280, section 4.1.2.5: two digits of the year until 2049, four from then on. */
function time(moment: number): forge.asn1.Asn1 {
  const date = new Date(moment);
  return date.getUTCFullYear() < 2050
    ? asn1.create(asn1.Class.UNIVERSAL, asn1.Type.UTCTIME, false, asn1.dateToUtcTime(date))
    : asn1.create(asn1.Class.UNIVERSAL, asn1.Type.GENERALIZEDTIME, false, asn1.dateToGeneralizedTime(date));
}
