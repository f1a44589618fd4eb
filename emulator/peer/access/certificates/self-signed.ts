import { generateKeyPairSync, sign } from "node:crypto";
import { writePem } from "../../../../protocol/x509/pem.ts";
import { writeCertificate, writeCertificateBody } from "../../../../protocol/x509/write-certificate.ts";
import { days } from "../../../world/duration.ts";
import type { ServerCertificate } from "./server-certificate.ts";

const ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
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

/** A certificate that a new peer gives itself. ECDSA: an RSA key takes a second of a slow machine, and a lab has many peers. */
export function selfSignedCertificate({ subject, address, serialNumber, now }: SelfSignedOptions): ServerCertificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const own = {
    serialNumber: positive(serialNumber),
    subject: [
      ["CN", subject],
      ["O", "Temporary CA"],
    ],
    alternativeNames: [subject, address],
    notBefore: now - days(1),
    notAfter: now + LIFETIME,
    publicKey,
  } as const;
  const body = writeCertificateBody(own, ECDSA_WITH_SHA256);
  const certificate = writeCertificate(body, ECDSA_WITH_SHA256, sign("sha256", body, privateKey));
  return { certificate: writePem("CERTIFICATE", certificate), key: privateKey };
}

/** DER wants the fewest bytes that a number can be written in, and a positive one to begin with a 0 bit. */
function positive(bytes: Uint8Array): Uint8Array {
  const number = Uint8Array.from(bytes);
  number[0] = ((number[0] ?? 0) & 0x7f) | 0x40;
  return number;
}
