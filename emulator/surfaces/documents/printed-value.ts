import { createHmac } from "node:crypto";
import type { ConfigurationItem } from "../../model/types.ts";
import type { Device } from "../../peer/device.ts";

/** X7.2.1 capture: secrets print as `"{cipher}<text>"`. */
export const CIPHER_PREFIX = "{cipher}";

/** The value of an item as listings and documents show it: a secret as an opaque text, anything else as it is. */
export function printedValue(device: Device, path: string, item: ConfigurationItem, value: string): string {
  return item.values.kind === "secret" ? cipherText(device, path, value) : value;
}

/** Texts and secrets print in quotes, enumerations and numbers bare. */
export function isQuoted(item: ConfigurationItem): boolean {
  return item.values.kind === "text" || item.values.kind === "secret";
}

/**
 * Stands for a secret: the same for the same secret of the same item of this peer, and nothing that anybody could turn
 * back or test guesses on, as the key never leaves the peer. A secret that is not set is empty.
 */
export function cipherText(device: Device, path: string, secret: string): string {
  if (secret === "") return "";
  const key = device.hostKeys.join("") || device.identity.serialNumber;
  return CIPHER_PREFIX + createHmac("sha256", key).update(`${path}\u0000${secret}`).digest("base64");
}
