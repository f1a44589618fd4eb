import { createHash } from "node:crypto";
import { MalformedMessage } from "../malformed.ts";

/** Who binds with SASL DIGEST-MD5, and to what. */
export interface DigestIdentity {
  readonly username: string;
  readonly password: string;
  /** Service and server, `ldap/ldap.example.com`. */
  readonly uri: string;
  /** Fresh for each answer; hexadecimal digits. */
  readonly clientNonce: string;
}

/** What a client sends back, and what the server then proves to know the password with. */
export interface DigestAnswer {
  readonly response: string;
  readonly serverProof: string;
}

const FIRST_USE = "00000001";
const QUALITY = "auth";

/** A name, and a value with or without quotes in which a backslash takes what follows as it is. */
const DIRECTIVE = /([a-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^",\s]*))/gi;

/**
 * Answers a server's challenge (RFC 2831, 2.1), for the connection's beginning alone: nothing is signed or encrypted afterwards.
 * @throws MalformedMessage for a challenge that cannot be answered so
 */
export function answerDigestChallenge(challenge: string, identity: DigestIdentity): DigestAnswer {
  const directives = directivesOf(challenge);
  const nonce = directives.get("nonce");
  const qualities = directives.get("qop")?.split(/\s*,\s*/) ?? [QUALITY];
  if (nonce === undefined || directives.get("algorithm") !== "md5-sess" || !qualities.includes(QUALITY))
    throw new MalformedMessage("a DIGEST-MD5 challenge without nonce, md5-sess or auth");
  const realm = directives.get("realm") ?? "";
  const { username, password, uri, clientNonce } = identity;
  const secret = md5(latin1IfPossible(username), ":", latin1IfPossible(realm), ":", latin1IfPossible(password));
  const key = hex(secret, `:${nonce}:${clientNonce}`);
  const proof = (what: string): string =>
    hex([key, nonce, FIRST_USE, clientNonce, QUALITY, hex(`${what}:${uri}`)].join(":"));
  const fields = [
    "charset=utf-8",
    `username=${quoted(username)}`,
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `nc=${FIRST_USE}`,
    `cnonce=${quoted(clientNonce)}`,
    `digest-uri=${quoted(uri)}`,
    `response=${proof("AUTHENTICATE")}`,
    `qop=${QUALITY}`,
  ];
  return { response: fields.join(","), serverProof: `rspauth=${proof("")}` };
}

function directivesOf(challenge: string): ReadonlyMap<string, string> {
  const directives = new Map<string, string>();
  for (const [, name = "", text, word = ""] of challenge.matchAll(DIRECTIVE)) {
    const value = text?.replaceAll(/\\(.)/g, "$1") ?? word;
    // A server may offer several realms: the first is taken.
    if (!directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), value);
  }
  return directives;
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** The RFC has text hashed in ISO 8859-1 wherever that has all of its characters. */
const latin1IfPossible = (text: string): Buffer =>
  Buffer.from(text, [...text].every((character) => (character.codePointAt(0) ?? 0) < 256) ? "latin1" : "utf8");

function md5(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash("md5");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

const hex = (...parts: readonly (string | Uint8Array)[]): string => md5(...parts).toString("hex");
