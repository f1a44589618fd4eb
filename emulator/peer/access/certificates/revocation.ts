import type { Certificate } from "../../../../protocol/x509/certificate.ts";
import { timeText } from "../../../../protocol/x509/decoded-text.ts";
import { nameText } from "../../../../protocol/x509/distinguished-name.ts";
import { serialText, type RevocationList } from "../../../../protocol/x509/revocation-list.ts";
import type { Instant } from "../../../world/duration.ts";
import { isSignedBy } from "./chain.ts";

/** What is asked of revocation lists for a certificate. */
export interface RevocationCheck {
  readonly lists: readonly RevocationList[];
  /** Peer: of the certificate itself; All: of every certificate of the chain. */
  readonly scope: "Peer" | "All";
  /** What it means that there is no list of an issuer. */
  readonly withoutList: "Ignore" | "Fail";
  readonly now: Instant;
}

/**
 * Why a certificate counts as revoked; undefined when it does not. Administrator Guide, "Managing certificate revocation lists":
 * when a list expires, all certificates of its issuer count as revoked.
 * @param chain the certificate first, each followed by its issuer
 */
export function flawOfRevocation(chain: readonly Certificate[], check: RevocationCheck): string | undefined {
  const checked = check.scope === "Peer" ? chain.slice(0, 1) : chain;
  for (const [place, certificate] of checked.entries()) {
    // The last one has signed itself, and OpenSSL wants a list for it as well.
    const flaw = flawBy(certificate, chain[place + 1] ?? certificate, check);
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

function flawBy(certificate: Certificate, issuer: Certificate, check: RevocationCheck): string | undefined {
  const name = nameText(issuer.subject);
  const [list] = check.lists
    .filter((each) => Buffer.compare(each.issuer.der, issuer.subject.der) === 0 && isSignedBy(each, issuer.publicKey))
    .toSorted((one, other) => other.lastUpdate - one.lastUpdate);
  if (!list) return check.withoutList === "Fail" ? `there is no revocation list of "${name}"` : undefined;
  if (list.nextUpdate !== undefined && list.nextUpdate < check.now)
    return `the revocation list of "${name}" has expired on ${timeText(list.nextUpdate)}`;
  const serial = serialText(certificate.serialNumber);
  const revoked = list.revoked.find(({ serialNumber }) => serialNumber === serial);
  return revoked && `the certificate ${serial.toUpperCase()} of "${nameText(certificate.subject)}" is revoked`;
}
