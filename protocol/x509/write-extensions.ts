import { isIP } from "node:net";
import { asn1Tags, contextTag, sequence, writeElement } from "../asn1/element.ts";
import { writeOid } from "../asn1/values.ts";
import { ipv4Octets, ipv6Octets } from "../ip-octets.ts";
import { oids } from "./oids.ts";

/** TLS, as a server and as a client. */
const PURPOSES = ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"] as const;

export const writeExtension = (oid: string, value: Uint8Array): Uint8Array =>
  sequence(writeOid(oid), writeElement(asn1Tags.octets, value));

/** For a server that is a client as well. */
export const writePurposes = (): Uint8Array =>
  writeExtension(oids.extendedKeyUsage, sequence(...PURPOSES.map(writeOid)));

/** @param names DNS names and addresses */
export const writeAlternativeNames = (names: readonly string[]): Uint8Array =>
  writeExtension(oids.subjectAltName, sequence(...names.map(writeGeneralName)));

function writeGeneralName(name: string): Uint8Array {
  const kind = isIP(name);
  if (kind === 4) return writeElement(contextTag(7, false), ipv4Octets(name));
  if (kind === 6) return writeElement(contextTag(7, false), ipv6Octets(name));
  return writeElement(contextTag(2, false), Buffer.from(name, "latin1"));
}
