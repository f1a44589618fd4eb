import { writeFile } from "node:fs/promises";
import { EmulatorError } from "../../errors.ts";
import { imageFileName, makeImage } from "../../peer/maintenance/upgrade/image.ts";

/**
 * `xtwin image`: writes a software image for Maintenance > Upgrade.
 * @param file where to; under the product's own form of name, here, unless told
 * @throws EmulatorError OPTION_INVALID when the file cannot be written
 */
export async function image(
  version: string,
  file: string = imageFileName(version),
  print: (text: string) => void,
): Promise<void> {
  const bytes = await makeImage(version);
  try {
    await writeFile(file, bytes);
  } catch (error) {
    throw new EmulatorError("OPTION_INVALID", `file: ${error instanceof Error ? error.message : String(error)}`);
  }
  print(`${file}: software image ${version}, for Maintenance > Upgrade\n`);
}
