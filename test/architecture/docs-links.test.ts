import { existsSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { textFiles, type RepositoryFile } from "./files.ts";
import { report, type Finding } from "./syntax.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Link {
  readonly line: number;
  readonly target: string;
}

/** The links and images of a page, without those that are only shown as code. */
function linksOf({ text }: RepositoryFile): Link[] {
  let inCode = false;
  return text.split("\n").flatMap((line, place) => {
    if (/^\s*(```|~~~)/.test(line)) inCode = !inCode;
    if (inCode) return [];
    return [...line.replaceAll(/`[^`]*`/g, "`").matchAll(/\]\(\s*<?([^)>\s]+)>?[^)]*\)/g)].map(([, target = ""]) => ({
      line: place + 1,
      target,
    }));
  });
}

/** What a heading is called in an address: small letters, hyphens for blanks, no other marks. */
const anchorsOf = ({ text }: RepositoryFile): string[] =>
  text
    .replaceAll(/^```[\s\S]*?^```/gm, "")
    .split("\n")
    .flatMap((line) => /^#+ (.*)/.exec(line)?.[1] ?? [])
    .map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    );

/** Links of a page that lead nowhere within the repository. Those to elsewhere are not followed. */
function deadLinks(
  page: RepositoryFile,
  exists: (path: string) => boolean,
  pages: readonly RepositoryFile[],
): Finding[] {
  return linksOf(page).flatMap(({ line, target }) => {
    if (/^[a-z][a-z+.-]*:/.test(target)) return [];
    const [file = "", anchor] = target.split("#");
    const path = file === "" ? page.path : posix.join(posix.dirname(page.path), decodeURIComponent(file));
    const where = `${page.path}:${line}`;
    if (path.startsWith("..") || !exists(path)) return [{ where, what: `${target}: there is no ${path}` }];
    const other = pages.find((candidate) => candidate.path === path);
    if (anchor === undefined || other === undefined || anchorsOf(other).includes(anchor)) return [];
    return [{ where, what: `${target}: ${path} has no such heading` }];
  });
}

const pages = textFiles().filter(({ path }) => path.endsWith(".md"));

it("every link and image of every page leads to something", () => {
  const exists = (path: string): boolean => existsSync(posix.join(root, path));
  expect(report(pages.flatMap((page) => deadLinks(page, exists, pages)))).toEqual([]);
});

it("every page of the documentation is in its index", () => {
  const index = pages.find(({ path }) => path === "docs/README.md");
  const listed = new Set(index && linksOf(index).map(({ target }) => posix.join("docs", target)));
  const unlisted = pages.filter(
    ({ path }) => path.startsWith("docs/") && path !== "docs/README.md" && !listed.has(path),
  );
  expect(unlisted.map(({ path }) => path)).toEqual([]);
});

it("decisions are numbered without a gap, and have a date", () => {
  const decisions = pages.filter(({ path }) => path.startsWith("docs/decisions/"));
  expect(decisions.map(({ path }) => /\/(\d{3})-[a-z0-9-]+\.md$/.exec(path)?.[1])).toEqual(
    decisions.map((_, place) => String(place + 1).padStart(3, "0")),
  );
  const begins = /^# (\d{3}) .+\n\n\d{4}-\d\d-\d\d\n\n\*\*Context\.\*\* /;
  expect(decisions.filter(({ path, text }) => begins.exec(text)?.[1] !== path.slice(15, 18))).toEqual([]);
});

describe("the search for dead links", () => {
  const there = { path: "docs/there.md", text: "# A `thing`, there\n" };
  const found = (text: string): string[] =>
    report(deadLinks({ path: "docs/a/page.md", text }, (path) => path === there.path, [there]));

  it.each([
    ["a page", "[x](../gone.md)"],
    ["an image", "![x](there.png)"],
    ["a heading", "[x](../there.md#elsewhere)"],
    ["what is outside", "[x](../../../there.md)"],
  ])("sees that %s is missing", (_what, link) => {
    expect(found(`\n\n${link}`)).toEqual([expect.stringMatching(/^docs\/a\/page\.md:3 /)]);
  });

  it.each(["[x](../there.md)", "[x](../there.md#a-thing-there)", "[x](https://example.com/gone)", "`[x](gone.md)`"])(
    "does not mind %s",
    (link) => {
      expect(found(link)).toEqual([]);
    },
  );

  it("does not look into code", () => {
    expect(found("```md\n[x](gone.md)\n```\n")).toEqual([]);
  });
});
