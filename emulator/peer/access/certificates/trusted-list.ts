import { type Certificate, isAuthority, readCertificate } from "../../../../protocol/x509/certificate.ts";
import { certificateText } from "../../../../protocol/x509/decoded-text.ts";
import { nameText } from "../../../../protocol/x509/distinguished-name.ts";
import { type PemBlock, readPem, writePem } from "../../../../protocol/x509/pem.ts";
import { readRevocationList, type RevocationList } from "../../../../protocol/x509/revocation-list.ts";
import { sha256 } from "../../core/files.ts";
import { isSelfSigned } from "./chain.ts";
import { readPemFile, whyMalformed, wordsFor } from "./pem-file.ts";

const CERTIFICATE = "CERTIFICATE";
export const REVOCATION_LIST = "X509 CRL";

/** A certificate that the peer trusts to sign others. */
export interface TrustedAuthority {
  /** SHA-256 of the certificate: it is known by this on the pages. */
  readonly id: string;
  readonly pem: string;
  readonly certificate: Certificate;
}

/** What the file of trusted CA certificates holds, PEM. */
export const trustedAuthorities = (pem: string): readonly TrustedAuthority[] =>
  blocksOf(pem, CERTIFICATE).map(({ bytes }) => ({
    id: sha256(bytes),
    pem: writePem(CERTIFICATE, bytes),
    certificate: readCertificate(bytes),
  }));

/** The revocation lists of a PEM text: that of trusted CA certificates may have some in it, too (Administrator Guide, "CRL sources"). */
export const listsOf = (pem: string): readonly RevocationList[] =>
  blocksOf(pem, REVOCATION_LIST).map(({ bytes }) => readRevocationList(bytes));

export type AppendVerdict =
  | { readonly ok: true; readonly pem: string; readonly added: number; readonly known: number }
  | { readonly ok: false; readonly reason: string };

/** The file with another one behind it: all of that, or nothing. What is there already is not added again. */
export function appendAuthorities(pem: string, file: Uint8Array): AppendVerdict {
  const read = readPemFile(file);
  if (!read.ok) return read;
  for (const [place, block] of read.blocks.entries()) {
    const flaw = flawOfBlock(block);
    if (flaw !== undefined) return { ok: false, reason: `block ${place + 1} of ${read.blocks.length}: ${flaw}` };
  }
  const known = new Set(readPem(pem).map(({ bytes }) => sha256(bytes)));
  const added = new Map(read.blocks.map((block) => [sha256(block.bytes), block]));
  for (const id of known) added.delete(id);
  const text = [...added.values()].map(({ label, bytes }) => writePem(label, bytes)).join("");
  return { ok: true, pem: ended(pem) + text, added: added.size, known: read.blocks.length - added.size };
}

/** The file without some certificates, named by their ids. */
export const withoutAuthorities = (pem: string, ids: readonly string[]): string =>
  readPem(pem)
    .filter(({ bytes }) => !ids.includes(sha256(bytes)))
    .map(({ label, bytes }) => writePem(label, bytes))
    .join("");

function flawOfBlock(block: PemBlock): string | undefined {
  try {
    if (block.label === REVOCATION_LIST) return void readRevocationList(block.bytes);
    if (block.label !== CERTIFICATE) return `${wordsFor(block)} is not a CA certificate`;
    const certificate = readCertificate(block.bytes);
    // What cannot be shown is not taken.
    certificateText(certificate);
    return isAuthority(certificate) === false && !isSelfSigned(certificate)
      ? `the certificate of "${nameText(certificate.subject)}" is not that of a CA (CA:FALSE)`
      : undefined;
  } catch (error) {
    return `${wordsFor(block)} that cannot be read: ${whyMalformed(error)}`;
  }
}

const blocksOf = (pem: string, wanted: string): readonly PemBlock[] =>
  readPem(pem).filter(({ label }) => label === wanted);

const ended = (pem: string): string => (pem === "" || pem.endsWith("\n") ? pem : `${pem}\n`);
