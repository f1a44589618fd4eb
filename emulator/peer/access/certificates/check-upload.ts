import { type Certificate, readCertificate } from "../../../../protocol/x509/certificate.ts";
import { attributeOf } from "../../../../protocol/x509/distinguished-name.ts";
import { type PemBlock, writePem } from "../../../../protocol/x509/pem.ts";
import type { Instant } from "../../../world/duration.ts";
import { flawOfValidity, isIssuedBy } from "./chain.ts";
import { flawOfCertificates, flawOfKey, flawOfPair } from "./check-pem.ts";
import { readPemFile, wordsFor } from "./pem-file.ts";
import type { ServerCertificate } from "./server-certificate.ts";

/** The files of Server certificate > Upload new certificate; empty where none was chosen. */
export interface UploadedPair {
  readonly certificate: Uint8Array;
  readonly key: Uint8Array;
}

/** The keys that a certificate may belong to without a key file, PEM. */
export interface KnownKeys {
  /** That of the signing request in progress. */
  readonly requested: string | undefined;
  /** That of the server certificate at present. */
  readonly current: string;
}

export type UploadVerdict =
  | { readonly ok: true; readonly pair: ServerCertificate; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly reason: string };

interface TextVerdict {
  readonly text?: string;
  readonly flaw?: string;
}

/**
 * Whether a server certificate can be served: Administrator Guide, "Uploading a new server certificate". The certificates of the
 * file follow each other from that of the server to its issuers.
 */
export function checkUpload(sent: UploadedPair, keys: KnownKeys, now: Instant): UploadVerdict {
  const refuse = (reason: string): UploadVerdict => ({ ok: false, reason });
  const chain = readChain(sent.certificate, now);
  if (chain.flaw !== undefined) return refuse(`server certificate: ${chain.flaw}`);
  const { text: certificate = "" } = chain;
  const key = keyFor(certificate, sent.key, keys);
  if (key.flaw !== undefined) return refuse(key.flaw);
  const { text = "" } = key;
  const flaw = flawOfPair(certificate, text);
  if (flaw !== undefined) return refuse(`the certificate and the private key: ${flaw}`);
  return { ok: true, pair: { certificate, key: text }, warnings: warningsOf(certificate) };
}

function readChain(file: Uint8Array, now: Instant): TextVerdict {
  const read = readPemFile(file);
  if (!read.ok) return { flaw: read.reason };
  const other = read.blocks.find(({ label }) => label !== "CERTIFICATE");
  if (other) return { flaw: `${wordsFor(other)} is not a certificate` };
  const text = textOf(read.blocks);
  const flaw = flawOfCertificates(text);
  if (flaw !== undefined) return { flaw };
  const certificates = read.blocks.map(({ bytes }) => readCertificate(bytes));
  const misplaced = certificates.findIndex((each, place) => !precedes(each, certificates[place + 1]));
  if (misplaced >= 0)
    return {
      flaw: `certificate ${misplaced + 2} of ${certificates.length} is not that of the issuer of the one before`,
    };
  const invalid = certificates.map((each) => flawOfValidity(each, now)).find((each) => each !== undefined);
  return invalid === undefined ? { text } : { flaw: invalid };
}

/** "You cannot upload a server private key if a certificate signing request is in progress." */
function keyFor(certificate: string, file: Uint8Array, { requested, current }: KnownKeys): TextVerdict {
  if (requested !== undefined)
    return file.length > 0
      ? { flaw: "a certificate signing request is in progress: its private key is used, and no other can be uploaded" }
      : { text: requested };
  if (file.length === 0)
    return flawOfPair(certificate, current) === undefined
      ? { text: current }
      : { flaw: "server private key: no file is selected, and the certificate is not for the key that the peer has" };
  const read = readPemFile(file);
  if (!read.ok) return { flaw: `server private key: ${read.reason}` };
  const keys = read.blocks.filter(({ label }) => label.endsWith("PRIVATE KEY"));
  const [key] = keys;
  if (!key) return { flaw: `server private key: ${read.blocks.map(wordsFor).join(", ")} is not a private key` };
  if (key.encrypted) return { flaw: "server private key: the key must not be protected by a password" };
  const text = Buffer.from(file).toString("latin1");
  const flaw = flawOfKey(text);
  return flaw === undefined ? { text } : { flaw: `server private key: ${flaw}` };
}

function warningsOf(pem: string): readonly string[] {
  const read = readPemFile(Buffer.from(pem));
  const [first] = read.ok ? read.blocks : [];
  const name = first && attributeOf(readCertificate(first.bytes).subject, "CN");
  return name === undefined ? ["the certificate has no common name (CN)"] : [];
}

const precedes = (certificate: Certificate, next: Certificate | undefined): boolean =>
  next === undefined || isIssuedBy(certificate, next);

const textOf = (blocks: readonly PemBlock[]): string =>
  blocks.map(({ label, bytes }) => writePem(label, bytes)).join("");
