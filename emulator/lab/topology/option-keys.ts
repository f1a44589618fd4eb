import { makeOptionKey } from "../../peer/calls/licensing/option-key.ts";
import type { Product } from "../../peer/core/identity.ts";

/** The options that a peer of each product has unless a topology says otherwise: enough for a few calls. */
const usualOptions: Readonly<Record<Product, readonly string[]>> = {
  "expressway-e": ["E", "T", "G", "Y10", "I100"],
  "expressway-c": ["E", "G", "Y10"],
  "vcs-control": ["G", "V20", "W10", "R2500"],
  "vcs-expressway": ["T", "G", "V20", "W10", "R2500", "I100"],
};

/** The keys of a peer: a whole key is taken as it is, `Y20` or `T` becomes the key for it that its serial number needs. */
export function optionKeysOf(
  options: readonly string[] | undefined,
  product: Product,
  serialNumber: string,
): readonly string[] {
  return (options ?? usualOptions[product]).map((option) => makeOptionKey(option, serialNumber) ?? option);
}

/** The items that hold the keys. */
export function optionKeyItems(keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key, slot) => [`Option ${slot + 1} Key`, key]));
}
