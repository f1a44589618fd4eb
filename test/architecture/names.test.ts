import { existsSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { isTypeScript, textFiles, type RepositoryFile } from "./files.ts";
import { report, type Finding } from "./syntax.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Files that differ only in their endings: an import of the wrong one reads as right. */
function twins(paths: readonly string[]): string[] {
  const names = new Set(paths);
  return paths.filter((path) => path.endsWith(".tsx") && names.has(path.slice(0, -1)));
}

it("no two files have one name with endings .ts and .tsx: a page is called …-page.tsx then", () => {
  expect(
    twins(
      textFiles()
        .filter(isTypeScript)
        .map(({ path }) => path),
    ),
  ).toEqual([]);
  expect(twins(["a/menu.ts", "a/menu.tsx", "b/menu.tsx"])).toEqual(["a/menu.tsx"]);
});

/** Paths in backticks on a page that lead to nothing: they begin with a folder of the repository and name no pattern. */
function missingFiles({ path, text }: RepositoryFile, exists: (path: string) => boolean): Finding[] {
  return text
    .split("\n")
    .flatMap((line, place) =>
      [...line.matchAll(/`((?:emulator|protocol|test|scripts|scenarios|deploy|bench|docs)\/[\w./-]*)`/g)].flatMap(
        ([, named = ""]) => (exists(named) ? [] : [{ where: `${path}:${place + 1}`, what: `${named} is not there` }]),
      ),
    );
}

it("every file that the documentation names in backticks is there", () => {
  const pages = textFiles().filter(({ path }) => path.endsWith(".md") && path !== "CHANGELOG.md");
  const exists = (path: string): boolean => existsSync(posix.join(root, path));
  expect(report(pages.flatMap((page) => missingFiles(page, exists)))).toEqual([]);
});

it("the search for file names sees what is missing, and minds neither patterns nor code of other kinds", () => {
  const page = {
    path: "docs/a.md",
    text: "`emulator/gone.ts` and `emulator/there/`\n`test/*.ts` `emulator` `npm test`",
  };
  expect(report(missingFiles(page, (path) => path === "emulator/there/"))).toEqual([
    "docs/a.md:1 emulator/gone.ts is not there",
  ]);
});
