import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { format, resolveConfig } from "prettier";
import { generatedPages } from "../../scripts/docs/pages.ts";

const pages = await generatedPages();

it("the generated pages are those that the tables and tests give now (npm run docs)", async () => {
  for (const [path, text] of Object.entries(pages)) {
    const file = new URL(`../../${path}`, import.meta.url);
    const options = await resolveConfig(file.pathname);
    const wanted = await format(text, { ...options, filepath: file.pathname });
    expect(readFileSync(file, "utf8") === wanted, `${path} is out of date: npm run docs`).toBe(true);
  }
});

it("the formatter leaves out of docs/ only what is generated", () => {
  const ignored = readFileSync(new URL("../../.prettierignore", import.meta.url), "utf8").split("\n");
  const left = ignored.filter((path) => path.startsWith("docs/"));
  expect(left.length).toBeGreaterThan(0);
  expect(left.filter((path) => !(path in pages))).toEqual([]);
});
