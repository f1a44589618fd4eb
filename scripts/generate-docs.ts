// Writes the pages of docs/ that are made from the tables and tests.
import { writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { generatedPages } from "./docs/pages.ts";

const root = new URL("../", import.meta.url);
for (const [path, text] of Object.entries(await generatedPages())) {
  const file = new URL(path, root);
  const options = await resolveConfig(file.pathname);
  writeFileSync(file, await format(text, { ...options, filepath: file.pathname }));
  process.stdout.write(`${path}\n`);
}
