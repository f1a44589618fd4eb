import { optionKinds, type OptionKind } from "../../../model/option-keys.ts";
import type { Device } from "../../../peer/device.ts";

/** What the keys of this peer allow, in one line with a full stop (clients of X8.11 boxes read it so). */
export function optionsText({ licensing }: Device): string {
  const counts = optionKinds.flatMap(({ license, words }) => {
    if (license === undefined) return [];
    const count = licensing.options.count(license);
    // What the product does not have is named only where a key for it is there.
    return count > 0 || licensing.use(license) ? [`${count} ${words}`] : [];
  });
  const isActive = ({ license, letter }: OptionKind): boolean => license === undefined && licensing.options.has(letter);
  const features = optionKinds.filter(isActive).map(({ words }) => words);
  // Not an option: no key is needed for it.
  return `${[...counts, ...features, "Encryption"].join(", ")}.`;
}
