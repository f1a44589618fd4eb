import { readCertificate } from "../../../../protocol/x509/certificate.ts";
import { readCertificateRequest } from "../../../../protocol/x509/certificate-request.ts";
import { certificateText, requestText, revocationListText } from "../../../../protocol/x509/decoded-text.ts";
import { readPem } from "../../../../protocol/x509/pem.ts";
import { readRevocationList } from "../../../../protocol/x509/revocation-list.ts";

/** How each kind of block is decoded. */
const decoders: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  CERTIFICATE: (bytes) => certificateText(readCertificate(bytes)),
  "CERTIFICATE REQUEST": (bytes) => requestText(readCertificateRequest(bytes)),
  "X509 CRL": (bytes) => revocationListText(readRevocationList(bytes)),
};

/** What a PEM file that the peer keeps says, block by block. Those of other kinds are left out: they are nobody's business. */
export const decodedText = (pem: string): string =>
  readPem(pem)
    .flatMap(({ label, bytes }) => decoders[label]?.(bytes) ?? [])
    .join("\n");
