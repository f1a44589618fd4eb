import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { errorTable } from "../../emulator/errors.ts";

it("docs/reference/errors.md has every error of the table, and no other", () => {
  const page = readFileSync(new URL("../../docs/reference/errors.md", import.meta.url), "utf8");
  const documented = [...page.matchAll(/^## ([A-Z_]+)$/gm)].map(([, code]) => code);
  expect(documented).toEqual(Object.keys(errorTable));
  for (const { summary, remedy } of Object.values(errorTable)) {
    expect(page).toContain(summary);
    expect(page).toContain(remedy);
  }
});
