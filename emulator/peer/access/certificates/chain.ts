import { createPublicKey, verify } from "node:crypto";
import { isAuthority, type Certificate, type PublicKey, type Signed } from "../../../../protocol/x509/certificate.ts";
import { timeText } from "../../../../protocol/x509/decoded-text.ts";
import { nameText } from "../../../../protocol/x509/distinguished-name.ts";
import { signatureAlgorithms } from "../../../../protocol/x509/oids.ts";
import type { Instant } from "../../../world/duration.ts";

/** A certificate and those who signed it, up to the one that signed itself. */
export type ChainVerdict =
  { readonly ok: true; readonly chain: readonly Certificate[] } | { readonly ok: false; readonly reason: string };

/** Whether a signature is that of a key; false for one of an algorithm that is not known. */
export function isSignedBy({ signedPart, signatureAlgorithm, signature }: Signed, key: PublicKey): boolean {
  const algorithm = signatureAlgorithms[signatureAlgorithm];
  if (!algorithm) return false;
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key.der), format: "der", type: "spki" });
    return publicKey.asymmetricKeyType === algorithm.key && verify(algorithm.hash, signedPart, publicKey, signature);
  } catch {
    // A key that OpenSSL does not take has signed nothing.
    return false;
  }
}

/** Names are the same when their bytes are. */
export const isIssuedBy = (issued: Signed & Pick<Certificate, "issuer">, issuer: Certificate): boolean =>
  Buffer.compare(issued.issuer.der, issuer.subject.der) === 0 && isSignedBy(issued, issuer.publicKey);

export const isSelfSigned = (certificate: Certificate): boolean => isIssuedBy(certificate, certificate);

/** Finds who signed a certificate among those that are trusted, as far as the root. All of them have to be valid now. */
export function findChain(certificate: Certificate, trusted: readonly Certificate[], now: Instant): ChainVerdict {
  const chain = [certificate];
  for (let last = certificate; ;) {
    const flaw = flawOfValidity(last, now);
    if (flaw !== undefined) return { ok: false, reason: flaw };
    if (isSelfSigned(last))
      return isAmong(last, trusted)
        ? { ok: true, chain }
        : { ok: false, reason: `${named(last)} signed itself and is not among the trusted CA certificates` };
    const issuer = trusted.find((each) => isAuthority(each) !== false && isIssuedBy(last, each));
    if (!issuer || chain.includes(issuer))
      return { ok: false, reason: `no trusted CA certificate is that of the issuer, "${nameText(last.issuer)}"` };
    chain.push(issuer);
    last = issuer;
  }
}

/** Why a certificate cannot be used at a moment. */
export function flawOfValidity(certificate: Certificate, now: Instant): string | undefined {
  const { notBefore, notAfter } = certificate;
  if (now < notBefore) return `${named(certificate)} is not valid before ${timeText(notBefore)}`;
  return now > notAfter ? `${named(certificate)} has expired on ${timeText(notAfter)}` : undefined;
}

const named = ({ subject }: Certificate): string => `the certificate of "${nameText(subject)}"`;

const isAmong = ({ der }: Certificate, others: readonly Certificate[]): boolean =>
  others.some((other) => Buffer.compare(other.der, der) === 0);
