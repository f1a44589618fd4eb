import { createHmac } from "node:crypto";
import type { Identity } from "../core/identity.ts";

/** X7.2.1 capture: secrets print as `"{cipher}<text>"`. */
export const CIPHER_PREFIX = "{cipher}";

/** What the texts that stand for a peer's secrets are made with. */
export interface CipherKey {
  readonly hostKeys: readonly string[];
  readonly identity: Pick<Identity, "serialNumber">;
}

/**
 * Stands for a secret: the same for the same secret of the same item of this peer, and nothing that anybody could turn
 * back or test guesses on, as the key never leaves the peer. A secret that is not set is empty.
 */
export function cipherText({ hostKeys, identity }: CipherKey, path: string, secret: string): string {
  if (secret === "") return "";
  const key = hostKeys.join("") || identity.serialNumber;
  return CIPHER_PREFIX + createHmac("sha256", key).update(`${path}\u0000${secret}`).digest("base64");
}
