import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Bytes of the value of MESSAGE-INTEGRITY. */
export const INTEGRITY_BYTES = 20;

/** RFC 5389, section 15.4: the key of the long-term credential mechanism. */
export const longTermKey = (username: string, realm: string, password: string): Uint8Array =>
  createHash("md5").update(`${username}:${realm}:${password}`).digest();

/** The value of MESSAGE-INTEGRITY over a message up to that attribute, its length as if it ended with it. */
export const integrityOf = (covered: Uint8Array, key: Uint8Array): Uint8Array =>
  createHmac("sha1", key).update(covered).digest();

/** What MESSAGE-INTEGRITY of a received message covers, and what it says. */
export interface Integrity {
  readonly covered: Uint8Array;
  readonly value: Uint8Array;
}

/** Whether a received message was made by somebody who has the key. */
export const isIntact = ({ covered, value }: Integrity, key: Uint8Array): boolean =>
  value.length === INTEGRITY_BYTES && timingSafeEqual(integrityOf(covered, key), value);
