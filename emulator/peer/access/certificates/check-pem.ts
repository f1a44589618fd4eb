import { createPrivateKey, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import { MalformedMessage } from "../../../../protocol/malformed.ts";
import { alternativeNames, readCertificate } from "../../../../protocol/x509/certificate.ts";
import { certificateText } from "../../../../protocol/x509/decoded-text.ts";
import { readPem } from "../../../../protocol/x509/pem.ts";
import { readRevocationList } from "../../../../protocol/x509/revocation-list.ts";

/** Why something is not usable; undefined when it is. */
type Flaw = string | undefined;

/** One X.509 certificate or several, each PEM; revocation lists may stand among them. */
export function flawOfCertificates(pem: string): Flaw {
  try {
    const blocks = readPem(pem);
    for (const { label, bytes } of blocks) if (label === "X509 CRL") readRevocationList(bytes);
    const certificates = blocks.filter(({ label }) => label === "CERTIFICATE");
    if (certificates.length === 0) return "no PEM certificate in the file";
    const bad = certificates.findIndex(({ bytes }) => fails(() => readBoth(bytes)) !== undefined);
    return bad < 0 ? undefined : `certificate ${bad + 1} of ${certificates.length} in the file cannot be read`;
  } catch (error) {
    if (error instanceof MalformedMessage) return error.message;
    throw error;
  }
}

/** By OpenSSL, which serves it, and by us, who show it. */
function readBoth(bytes: Uint8Array): void {
  void new X509Certificate(bytes);
  const certificate = readCertificate(bytes);
  certificateText(certificate);
  alternativeNames(certificate);
}

/** A private key, PEM and without a passphrase. */
export function flawOfKey(pem: string): Flaw {
  return fails(() => createPrivateKey(pem)) && "no PEM private key without a passphrase in the file";
}

/** Whether TLS can serve a certificate with a key: they belong together and are strong enough. Both PEM. */
export function flawOfPair(certificate: string, key: string): Flaw {
  // TLS itself lets a certificate and a key of different kinds pass.
  if (!new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))) return "they do not belong together";
  return fails(() => createSecureContext({ cert: certificate, key }));
}

function fails(attempt: () => unknown): Flaw {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
