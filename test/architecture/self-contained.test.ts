import { describe, expect, it } from "vitest";
import { textFiles } from "./files.ts";
import { foreignWords } from "./self-contained.ts";
import { report } from "./syntax.ts";

it("no file mentions what is outside the repository or was left unfinished", () => {
  expect(report(textFiles().flatMap(foreignWords))).toEqual([]);
});

describe("the search for foreign words", () => {
  const found = (text: string, path = "docs/a.md"): string[] => report(foreignWords({ path, text }));

  // Each in two parts, or this file would be found.
  it.each([
    ["see /wo", "rk/main"],
    ['import "../../sha', 'red/a.ts";'],
    ["https://registry.npm", "js.org/a"],
    ["closes issue", " #12"],
    ["// TO", "DO: more"],
    ["FIX", "ME"],
    ["// X", "XX"],
    ["// @ts-", "ignore"],
    ["it.on", 'ly("a", () => {});'],
  ])("sees %s%s", (left, right) => {
    expect(found(`\n${left}${right}`)).toHaveLength(1);
    expect(found(`\n${left}${right}`)[0]).toMatch(/^docs\/a\.md:2 /);
  });

  it("sees casts to any in code, and not the words in prose", () => {
    expect(found("\nconst a = b as any;", "emulator/a.ts")).toEqual([
      "emulator/a.ts:2 a cast to any: a check switched off",
    ]);
    expect(found("// as good as any other\nconst a = b as const;", "emulator/a.ts")).toEqual([]);
    expect(found("as good as any other")).toEqual([]);
  });

  it.each(["homework/ and network/", "./shared/table.ts", "mastodon", "tissue # 12", "AXXXB", "the only(one)"])(
    "does not mind %s",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
