import { MalformedMessage } from "../../../../protocol/malformed.ts";
import { readPem, type PemBlock } from "../../../../protocol/x509/pem.ts";

export type PemVerdict =
  { readonly ok: true; readonly blocks: readonly PemBlock[] } | { readonly ok: false; readonly reason: string };

/** The first byte of what is DER: a sequence. No text begins with it but a zero. */
const DER = 0x30;
const LONG_FORM = 0x80;

/** Whether a file is DER, not PEM. */
export const isDer = (bytes: Uint8Array): boolean => bytes[0] === DER && (bytes[1] ?? 0) > LONG_FORM;

/** Reads a file that somebody sent; the reason is a sentence without a full stop. */
export function readPemFile(bytes: Uint8Array): PemVerdict {
  const refuse = (reason: string): PemVerdict => ({ ok: false, reason });
  if (bytes.length === 0) return refuse("the file is empty");
  if (isDer(bytes)) return refuse("the file is DER: a PEM file is expected");
  try {
    const blocks = readPem(Buffer.from(bytes).toString("latin1"));
    return blocks.length > 0 ? { ok: true, blocks } : refuse("there is no PEM block in the file");
  } catch (error) {
    return refuse(whyMalformed(error));
  }
}

/** What is wrong with something that cannot be read. Any other error is thrown again. */
export function whyMalformed(error: unknown): string {
  if (error instanceof MalformedMessage) return error.message;
  throw error;
}

/** What a block is, in words. */
export function wordsFor({ label }: PemBlock): string {
  if (label.endsWith("PRIVATE KEY")) return "a private key";
  return kinds[label] ?? `a block ${label}`;
}

const kinds: Readonly<Record<string, string>> = {
  CERTIFICATE: "a certificate",
  "X509 CRL": "a revocation list",
  "CERTIFICATE REQUEST": "a certificate signing request",
  "NEW CERTIFICATE REQUEST": "a certificate signing request",
  "PUBLIC KEY": "a public key",
};
