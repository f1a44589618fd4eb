import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Builds the program before any test: those that start `xtwin` start what users do, and compilers have faults of their own. */
export default function build(): void {
  execFileSync("npm", ["run", "--silent", "build"], { cwd: fileURLToPath(new URL("..", import.meta.url)) });
}
