// Puts beside the compiled code what the compiler leaves behind: the files that the program reads at run time.
// Plain JavaScript, because it runs before anything has been compiled; no `fs.glob`, which Node 20 lacks.
import { chmod, cp, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const assets = new Set([".sql", ".css", ".js", ".yaml"]);
const root = fileURLToPath(new URL("..", import.meta.url));

const entries = await readdir(join(root, "emulator"), { recursive: true, withFileTypes: true });
for (const entry of entries) {
  if (!entry.isFile() || !assets.has(extname(entry.name))) continue;
  const file = join(entry.parentPath, entry.name);
  await cp(file, join(root, "dist", file.slice(root.length)));
}

// The package's `bin`: npm makes it executable when it installs a package, but nobody does in a clone.
await chmod(join(root, "dist", "emulator", "main.js"), 0o755);
