import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { format, resolveConfig } from "prettier";
import { generatedPages } from "../../scripts/docs/pages.ts";

it("the generated pages are those that the tables and tests give now (npm run docs)", async () => {
  for (const [path, text] of Object.entries(await generatedPages())) {
    const file = new URL(`../../${path}`, import.meta.url);
    const options = await resolveConfig(file.pathname);
    const wanted = await format(text, { ...options, filepath: file.pathname });
    expect(readFileSync(file, "utf8") === wanted, `${path} is out of date: npm run docs`).toBe(true);
  }
});
