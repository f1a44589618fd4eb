import { generateKeyPair, sign } from "node:crypto";
import { isIP } from "node:net";
import { promisify } from "node:util";
import { writePem } from "../../../../protocol/x509/pem.ts";
import { writeRequest, writeRequestBody } from "../../../../protocol/x509/certificate-request.ts";

const makeKeyPair = promisify(generateKeyPair);
const makeSignature = promisify(sign);

export const KEY_LENGTHS = ["2048", "4096"] as const;
export const DIGESTS = ["SHA-256", "SHA-384", "SHA-512"] as const;

/** Object identifiers of RSA signatures. */
const signatures: Readonly<Record<(typeof DIGESTS)[number], { readonly oid: string; readonly hash: string }>> = {
  "SHA-256": { oid: "1.2.840.113549.1.1.11", hash: "sha256" },
  "SHA-384": { oid: "1.2.840.113549.1.1.12", hash: "sha384" },
  "SHA-512": { oid: "1.2.840.113549.1.1.13", hash: "sha512" },
};

/** The form of Generate CSR, as it was filled in. */
export interface RequestForm {
  readonly commonName: string;
  /** DNS names and addresses, with commas between them. */
  readonly alternativeNames: string;
  readonly keyLength: string;
  readonly digest: string;
  readonly country: string;
  readonly state: string;
  readonly locality: string;
  readonly organization: string;
  readonly unit: string;
}

/** What the form calls its texts, and how long they may be (RFC 5280, appendix A.1). */
const texts = [
  ["state", "State or province", 128],
  ["locality", "Locality (town name)", 128],
  ["organization", "Organization (company name)", 64],
  ["unit", "Organizational unit", 64],
] as const;

const DNS_NAME = /^(?=.{1,253}$)(?:\*\.)?[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?)*$/i;
const LONGEST_COMMON_NAME = 64;

/** Why a request cannot be made of a form; undefined when it can. */
export function flawOfForm(form: RequestForm): string | undefined {
  const { commonName, country, keyLength, digest } = form;
  if (commonName === "") return "Common name: a name is expected";
  if (commonName.length > LONGEST_COMMON_NAME || !DNS_NAME.test(commonName))
    return `Common name: "${commonName}" is not a DNS name of at most ${LONGEST_COMMON_NAME} characters`;
  const wrong = namesOf(form).find((name) => isIP(name) === 0 && !DNS_NAME.test(name));
  if (wrong !== undefined) return `Additional alternative names: "${wrong}" is neither a DNS name nor an IP address`;
  if (!/^(?:[A-Z]{2})?$/.test(country)) return `Country: "${country}" is not a code of two capital letters`;
  for (const [name, label, most] of texts)
    if (form[name].length > most) return `${label}: ${form[name].length} characters, at most ${most} are allowed`;
  if (!isOneOf(KEY_LENGTHS, keyLength)) return `Key length: "${keyLength}" is not one of ${KEY_LENGTHS.join(", ")}`;
  return isOneOf(DIGESTS, digest) ? undefined : `Digest algorithm: "${digest}" is not one of ${DIGESTS.join(", ")}`;
}

/** A request and its private key, both PEM. @param form without a flaw */
export async function makeRequest(form: RequestForm): Promise<{ readonly request: string; readonly key: string }> {
  const { oid, hash } = signatures[isOneOf(DIGESTS, form.digest) ? form.digest : "SHA-256"];
  const pair = await makeKeyPair("rsa", {
    modulusLength: Number(form.keyLength),
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const subject = [
    ["C", form.country],
    ["ST", form.state],
    ["L", form.locality],
    ["O", form.organization],
    ["OU", form.unit],
    ["CN", form.commonName],
  ] as const;
  // Clients compare these names, and not the common name, where there are any.
  const alternativeNames = [...new Set([form.commonName, ...namesOf(form)])];
  const body = writeRequestBody({ subject, alternativeNames }, pair.publicKey);
  const signature = await makeSignature(hash, body, pair.privateKey);
  return { request: writePem("CERTIFICATE REQUEST", writeRequest(body, oid, signature)), key: pair.privateKey };
}

const namesOf = ({ alternativeNames }: RequestForm): readonly string[] =>
  alternativeNames.split(/[\s,]+/).filter((name) => name !== "");

const isOneOf = <Value extends string>(values: readonly Value[], value: string): value is Value =>
  (values as readonly string[]).includes(value);
