/** Attributes of distinguished names: object identifier to the short name that OpenSSL prints. */
export const attributeNames: Readonly<Record<string, string>> = {
  "2.5.4.3": "CN",
  "2.5.4.4": "SN",
  "2.5.4.5": "serialNumber",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.9": "street",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "2.5.4.12": "title",
  "2.5.4.42": "GN",
  "0.9.2342.19200300.100.1.1": "UID",
  "0.9.2342.19200300.100.1.25": "DC",
  "1.2.840.113549.1.9.1": "emailAddress",
};

export interface SignatureAlgorithm {
  readonly name: string;
  readonly hash: "sha1" | "sha256" | "sha384" | "sha512";
  readonly key: "rsa" | "ec";
}

/** Signatures that can be verified. */
export const signatureAlgorithms: Readonly<Record<string, SignatureAlgorithm>> = {
  "1.2.840.113549.1.1.5": { name: "sha1WithRSAEncryption", hash: "sha1", key: "rsa" },
  "1.2.840.113549.1.1.11": { name: "sha256WithRSAEncryption", hash: "sha256", key: "rsa" },
  "1.2.840.113549.1.1.12": { name: "sha384WithRSAEncryption", hash: "sha384", key: "rsa" },
  "1.2.840.113549.1.1.13": { name: "sha512WithRSAEncryption", hash: "sha512", key: "rsa" },
  "1.2.840.10045.4.1": { name: "ecdsa-with-SHA1", hash: "sha1", key: "ec" },
  "1.2.840.10045.4.3.2": { name: "ecdsa-with-SHA256", hash: "sha256", key: "ec" },
  "1.2.840.10045.4.3.3": { name: "ecdsa-with-SHA384", hash: "sha384", key: "ec" },
  "1.2.840.10045.4.3.4": { name: "ecdsa-with-SHA512", hash: "sha512", key: "ec" },
};

export const oids = {
  rsaEncryption: "1.2.840.113549.1.1.1",
  ecPublicKey: "1.2.840.10045.2.1",
  extensionRequest: "1.2.840.113549.1.9.14",
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  issuerAltName: "2.5.29.18",
  basicConstraints: "2.5.29.19",
  crlNumber: "2.5.29.20",
  reasonCode: "2.5.29.21",
  crlDistributionPoints: "2.5.29.31",
  authorityKeyIdentifier: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
} as const;

/** What OpenSSL calls algorithms of keys, curves, extensions and purposes. */
const printedNames: Readonly<Record<string, string>> = {
  [oids.rsaEncryption]: "rsaEncryption",
  [oids.ecPublicKey]: "id-ecPublicKey",
  "1.3.101.112": "ED25519",
  "1.2.840.113549.1.1.10": "rsassaPss",
  "1.2.840.10045.3.1.7": "prime256v1",
  "1.3.132.0.34": "secp384r1",
  "1.3.132.0.35": "secp521r1",
  [oids.subjectKeyIdentifier]: "X509v3 Subject Key Identifier",
  [oids.keyUsage]: "X509v3 Key Usage",
  [oids.subjectAltName]: "X509v3 Subject Alternative Name",
  [oids.issuerAltName]: "X509v3 Issuer Alternative Name",
  [oids.basicConstraints]: "X509v3 Basic Constraints",
  [oids.crlNumber]: "X509v3 CRL Number",
  [oids.crlDistributionPoints]: "X509v3 CRL Distribution Points",
  [oids.authorityKeyIdentifier]: "X509v3 Authority Key Identifier",
  [oids.extendedKeyUsage]: "X509v3 Extended Key Usage",
  "2.5.29.32": "X509v3 Certificate Policies",
  "1.3.6.1.5.5.7.1.1": "Authority Information Access",
  "1.3.6.1.5.5.7.3.1": "TLS Web Server Authentication",
  "1.3.6.1.5.5.7.3.2": "TLS Web Client Authentication",
  "1.3.6.1.5.5.7.3.3": "Code Signing",
  "1.3.6.1.5.5.7.3.4": "E-mail Protection",
  "1.3.6.1.5.5.7.3.8": "Time Stamping",
  "1.3.6.1.5.5.7.3.9": "OCSP Signing",
};

export const printedName = (oid: string): string => printedNames[oid] ?? signatureAlgorithms[oid]?.name ?? oid;
