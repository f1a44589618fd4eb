import { createPrivateKey, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";

/** Why something is not usable; undefined when it is. */
type Flaw = string | undefined;

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/** One X.509 certificate or several, each PEM. */
export function flawOfCertificates(pem: string): Flaw {
  const blocks = pem.match(CERTIFICATE) ?? [];
  if (blocks.length === 0) return "no PEM certificate in the file";
  const bad = blocks.findIndex((block) => fails(() => new X509Certificate(block)) !== undefined);
  return bad < 0 ? undefined : `certificate ${bad + 1} of ${blocks.length} in the file cannot be read`;
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
