import { EmulatorError } from "../../errors.ts";
import { optionKinds } from "../../model/option-keys.ts";
import { makeOptionKey } from "../../peer/calls/licensing/option-key.ts";
import { makeReleaseKey } from "../../peer/calls/licensing/release-key.ts";
import { table } from "./table.ts";

/**
 * `xtwin keys`: the release key of a serial number, and the keys for options such as `Y20`.
 * @throws EmulatorError OPTION_INVALID for what is no option
 */
export function keys(serialNumber: string, softwareVersion: string, options: readonly string[]): string {
  return table(
    ["For", "Key"],
    [
      [`Release ${softwareVersion}`, makeReleaseKey(serialNumber, softwareVersion)],
      ...options.map((option) => [option, optionKey(option, serialNumber)]),
    ],
  );
}

function optionKey(option: string, serialNumber: string): string {
  const key = makeOptionKey(option, serialNumber);
  if (key !== undefined) return key;
  const known = optionKinds.map(({ letter, license }) => (license === undefined ? letter : `${letter}<count>`));
  throw new EmulatorError("OPTION_INVALID", `option: "${option}" is none; there are: ${known.join(", ")}`);
}
