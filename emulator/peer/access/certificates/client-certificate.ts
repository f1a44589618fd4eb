import { readCertificate, type Certificate } from "../../../../protocol/x509/certificate.ts";
import { certificateText } from "../../../../protocol/x509/decoded-text.ts";
import type { Clock } from "../../../world/clock.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import { findChain } from "./chain.ts";
import { readPemFile, whyMalformed, wordsFor } from "./pem-file.ts";
import { flawOfRevocation } from "./revocation.ts";
import type { RevocationScope, ServerSecurity } from "./server-security.ts";
import { trustedAuthorities } from "./trusted-list.ts";
import { userNameOf, type UserNamePattern, type UserNameVerdict } from "./client-user-name.ts";

export type ClientVerdict =
  { readonly ok: true; readonly certificate: Certificate } | { readonly ok: false; readonly reason: string };

interface Options {
  readonly clock: Pick<Clock, "now">;
  readonly configuration: Configuration;
  readonly security: Pick<ServerSecurity, "trusted" | "lists">;
}

/** Judges the certificates of browsers (Administrator Guide, "Configuring certificate-based authentication"). */
export class ClientCertificates {
  constructor(private readonly options: Options) {}

  /** The regex and format that are configured. */
  get pattern(): UserNamePattern {
    const { configuration } = this.options;
    return {
      regex: configuration.get("Authentication Certificate UsernameRegex"),
      format: configuration.get("Authentication Certificate UsernameTemplate"),
    };
  }

  /** Reads the certificate of a file, PEM. */
  read(file: Uint8Array): ClientVerdict {
    const read = readPemFile(file);
    if (!read.ok) return read;
    const [block] = read.blocks;
    const wrong = read.blocks.find(({ label }) => label !== "CERTIFICATE");
    if (!block || wrong)
      return { ok: false, reason: `${wrong ? wordsFor(wrong) : "nothing"} is not a client certificate` };
    return decode(block.bytes);
  }

  /** Why a certificate is not taken; undefined when it is: a trusted CA has signed it, it is in date, and not revoked. */
  flawOf(certificate: Certificate): string | undefined {
    const { clock, security } = this.options;
    const trusted = trustedAuthorities(security.trusted).map((authority) => authority.certificate);
    const found = findChain(certificate, trusted, clock.now());
    return found.ok ? this.flawOfRevocation(found.chain) : found.reason;
  }

  /** The user name that a certificate stands for. */
  userName(certificate: Certificate, pattern: UserNamePattern = this.pattern): UserNameVerdict {
    return userNameOf(certificateText(certificate), pattern);
  }

  /** Why a certificate whose chain is good counts as revoked, by `Authentication Certificate Crlcheck` and `Crlinaccessible`. */
  flawOfRevocation(chain: readonly Certificate[]): string | undefined {
    const { clock, configuration, security } = this.options;
    const scope = configuration.get("Authentication Certificate Crlcheck") as RevocationScope;
    if (scope === "None") return undefined;
    const withoutList = configuration.get("Authentication Certificate Crlinaccessible") as "Ignore" | "Fail";
    return flawOfRevocation(chain, { lists: security.lists(), scope, withoutList, now: clock.now() });
  }
}

/** A certificate that came in the course of TLS. */
export function decode(der: Uint8Array): ClientVerdict {
  try {
    const certificate = readCertificate(der);
    certificateText(certificate);
    return { ok: true, certificate };
  } catch (error) {
    return { ok: false, reason: `the certificate cannot be read: ${whyMalformed(error)}` };
  }
}
