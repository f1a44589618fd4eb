import type { IntrusionCategoryWord } from "../../../model/intrusion-categories.ts";
import type { Configuration } from "../../configuration/configuration.ts";

/** Ranges of addresses that are exempt from some categories or all. */
export const EXEMPTIONS = "IntrusionProtection Exemption";

/** The rows that exempt addresses from a category. */
export function exemptionsFrom(configuration: Configuration, word: IntrusionCategoryWord): readonly number[] {
  return configuration.rows
    .of(EXEMPTIONS)
    .filter((row) => configuration.isOn(`IntrusionProtection Exemption ${row} ${word}`));
}

/** Whether an address is never blocked for a category. */
export function isExempt(configuration: Configuration, word: IntrusionCategoryWord, address: string): boolean {
  return exemptionsFrom(configuration, word).some((row) =>
    isWithin(
      address,
      configuration.get(`IntrusionProtection Exemption ${row} Address`),
      configuration.integer(`IntrusionProtection Exemption ${row} PrefixLength`),
    ),
  );
}

/** Whether the first bits of two IPv4 addresses are the same. */
export function isWithin(address: string, network: string, prefixLength: number): boolean {
  const bits = 32 - prefixLength;
  // Shifting a 32-bit number by 32 would shift it by none.
  return bits === 32 || numberOf(address) >>> bits === numberOf(network) >>> bits;
}

const numberOf = (address: string): number =>
  address.split(".").reduce((number, byte) => ((number << 8) | Number(byte)) >>> 0, 0);
