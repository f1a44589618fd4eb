import { partsOf, readElements } from "../asn1/element.ts";
import type { CertificateRequest } from "./certificate-request.ts";
import type { Certificate, Extension, PublicKey, Signed } from "./certificate.ts";
import { colons } from "./colons.ts";
import { nameText } from "./distinguished-name.ts";
import { extensionLines, indent } from "./extension-text.ts";
import { oids, printedName } from "./oids.ts";
import type { RevocationList } from "./revocation-list.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const BYTES_A_LINE = 15;

/** A certificate as `openssl x509 -text` shows it. */
export function certificateText(certificate: Certificate): string {
  const { version, serialNumber, signatureAlgorithm, issuer, subject, notBefore, notAfter } = certificate;
  return text([
    "Certificate:",
    "    Data:",
    ...indent(
      [
        `Version: ${version} (0x${version - 1})`,
        ...serialLines(serialNumber),
        `Signature Algorithm: ${printedName(signatureAlgorithm)}`,
        `Issuer: ${nameText(issuer)}`,
        "Validity",
        `    Not Before: ${timeText(notBefore)}`,
        `    Not After : ${timeText(notAfter)}`,
        `Subject: ${nameText(subject)}`,
        ...keyLines(certificate.publicKey),
        ...extensionsLines("X509v3 extensions:", certificate.extensions),
      ],
      8,
    ),
    ...signatureLines(certificate),
  ]);
}

/** A request as `openssl req -text` shows it. */
export function requestText(request: CertificateRequest): string {
  return text([
    "Certificate Request:",
    "    Data:",
    ...indent(
      [
        "Version: 1 (0x0)",
        `Subject: ${nameText(request.subject)}`,
        ...keyLines(request.publicKey),
        ...extensionsLines("Requested Extensions:", request.extensions),
      ],
      8,
    ),
    ...signatureLines(request),
  ]);
}

/** A revocation list as `openssl crl -text` shows it. */
export function revocationListText(list: RevocationList): string {
  const { version, signatureAlgorithm, issuer, lastUpdate, nextUpdate, revoked } = list;
  return text([
    "Certificate Revocation List (CRL):",
    ...indent(
      [
        `Version ${version} (0x${version - 1})`,
        `Signature Algorithm: ${printedName(signatureAlgorithm)}`,
        `Issuer: ${nameText(issuer)}`,
        `Last Update: ${timeText(lastUpdate)}`,
        `Next Update: ${nextUpdate === undefined ? "NONE" : timeText(nextUpdate)}`,
        ...extensionsLines("CRL extensions:", list.extensions),
      ],
      8,
    ),
    revoked.length > 0 ? "Revoked Certificates:" : "No Revoked Certificates.",
    ...revoked.flatMap(({ serialNumber, revokedAt }) => [
      `    Serial Number: ${serialNumber.toUpperCase()}`,
      `        Revocation Date: ${timeText(revokedAt)}`,
    ]),
    ...signatureLines(list),
  ]);
}

/** A moment as OpenSSL prints it: `Dec  9 10:00:00 2013 GMT`. @param moment milliseconds since 1970 */
export function timeText(moment: number): string {
  const date = new Date(moment);
  const day = String(date.getUTCDate()).padStart(2);
  const time = date.toISOString().replace(/^.*T|\.\d+Z$/g, "");
  return `${MONTHS[date.getUTCMonth()]} ${day} ${time} ${date.getUTCFullYear()} GMT`;
}

/** One of at most eight bytes is printed as a number. */
function serialLines(serialNumber: Uint8Array): readonly string[] {
  if (serialNumber.length > 8) return ["Serial Number:", `    ${colons(serialNumber)}`];
  const number = BigInt(`0x${Buffer.from(serialNumber).toString("hex") || "0"}`);
  return [`Serial Number: ${number} (0x${number.toString(16)})`];
}

function keyLines({ algorithm, curve, bits }: PublicKey): readonly string[] {
  const head = ["Subject Public Key Info:", `    Public Key Algorithm: ${printedName(algorithm)}`];
  if (algorithm === oids.rsaEncryption) return [...head, ...indent(rsaLines(bits), 8)];
  const length = curve === undefined ? [] : [`Public-Key: (${CURVE_BITS[curve] ?? "?"} bit)`];
  const named = curve === undefined ? [] : [`ASN1 OID: ${printedName(curve)}`];
  return [...head, ...indent([...length, "pub:", ...indent(byteLines(bits)), ...named], 8)];
}

const CURVE_BITS: Readonly<Record<string, number>> = {
  "1.2.840.10045.3.1.7": 256,
  "1.3.132.0.34": 384,
  "1.3.132.0.35": 521,
};

function rsaLines(bits: Uint8Array): readonly string[] {
  const [modulus, exponent] = partsOf(readElements(bits)[0]);
  const number = BigInt(`0x${Buffer.from(modulus?.content ?? []).toString("hex") || "0"}`);
  const power = BigInt(`0x${Buffer.from(exponent?.content ?? []).toString("hex") || "0"}`);
  return [
    `Public-Key: (${number.toString(2).length} bit)`,
    "Modulus:",
    ...indent(byteLines(modulus?.content ?? new Uint8Array())),
    `Exponent: ${power} (0x${power.toString(16)})`,
  ];
}

const extensionsLines = (title: string, extensions: readonly Extension[]): readonly string[] =>
  extensions.length === 0 ? [] : [title, ...indent(extensions.flatMap(extensionLines))];

const signatureLines = ({ signatureAlgorithm, signature }: Signed): readonly string[] => [
  `    Signature Algorithm: ${printedName(signatureAlgorithm)}`,
  "    Signature Value:",
  ...indent(byteLines(signature), 8),
];

function byteLines(bytes: Uint8Array): readonly string[] {
  const rows = Array.from({ length: Math.ceil(bytes.length / BYTES_A_LINE) }, (_, row) =>
    colons(bytes.subarray(row * BYTES_A_LINE, (row + 1) * BYTES_A_LINE)),
  );
  return rows.map((row, at) => (at < rows.length - 1 ? `${row}:` : row));
}

const text = (lines: readonly string[]): string => `${lines.join("\n")}\n`;
