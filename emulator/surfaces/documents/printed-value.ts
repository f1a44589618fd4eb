import type { ConfigurationItem } from "../../model/types.ts";
import { cipherText } from "../../peer/configuration/cipher-text.ts";
import type { Device } from "../../peer/device.ts";

/** The value of an item as listings and documents show it: a secret as an opaque text, anything else as it is. */
export function printedValue(device: Device, path: string, item: ConfigurationItem, value: string): string {
  return item.values.kind === "secret" ? cipherText(device, path, value) : value;
}

/** Texts and secrets print in quotes, enumerations and numbers bare. */
export function isQuoted(item: ConfigurationItem): boolean {
  return item.values.kind === "text" || item.values.kind === "secret";
}
