import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { EmulatorError } from "../../errors.ts";

const FILE_NAME = "scenario.yaml";

/**
 * The scenario files that a path means: a file itself, the one of a folder, or all below a folder, in order.
 * @throws EmulatorError SCENARIO_UNREADABLE where there is none
 */
export function findScenarios(path: string): readonly string[] {
  if (!existsSync(path)) throw new EmulatorError("SCENARIO_UNREADABLE", `${path} does not exist`);
  const files = statSync(path).isDirectory() ? filesBelow(path) : [path];
  if (files.length === 0)
    throw new EmulatorError("SCENARIO_UNREADABLE", `there is no ${FILE_NAME} in ${path} or below it`);
  return files;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.name === FILE_NAME ? [path] : [];
    });
}
