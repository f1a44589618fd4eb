import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** All that the program is built of. */
const SOURCES = [
  "emulator",
  "protocol",
  "scripts/copy-assets.mjs",
  "tsconfig.json",
  "tsconfig.build.json",
  "package.json",
];

/** As old as the sources that were built last. */
const stamp = join(root, "node_modules/.cache/xtwin-built");

/**
 * Builds the program before any test: those that start `xtwin` start what users do, and compilers have faults of their own.
 * What is built already is left alone, so that a second run does not take it away from under the first.
 */
export default function build(): void {
  const newest = new Date(Math.max(...SOURCES.map((path) => changed(join(root, path)))));
  if (changed(join(root, "dist/emulator/main.js")) > 0 && changed(stamp) === newest.getTime()) return;
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root });
  mkdirSync(join(stamp, ".."), { recursive: true });
  writeFileSync(stamp, "");
  utimesSync(stamp, newest, newest);
}

/** When a file, or anything in a folder, changed last, in milliseconds since 1970; 0 for what is not there. */
function changed(path: string): number {
  const state = statSync(path, { throwIfNoEntry: false });
  if (!state) return 0;
  const below = state.isDirectory() ? readdirSync(path).map((name) => changed(join(path, name))) : [];
  return Math.floor(Math.max(state.mtimeMs, ...below));
}
