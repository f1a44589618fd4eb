import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** What is installed, built or measured, and so not ours to judge. */
const notOurs = new Set(["node_modules", "dist", ".git", "coverage", ".xtwin", ".long"]);

/** A file of the repository; the path is relative to it and written with `/`. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

/** Read once for all rules. */
let all: readonly RepositoryFile[] | undefined;

/** The text files at and below a folder of the repository, in a stable order. */
export function textFiles(folder?: string): RepositoryFile[] {
  all ??= paths(repository)
    .map((path) => ({
      path: relative(repository, path).split(sep).join("/"),
      text: readFileSync(path, "utf8"),
    }))
    .filter(({ text }) => !text.includes("\0"));
  return all.filter(({ path }) => folder === undefined || path.startsWith(`${folder}/`));
}

export const isTypeScript = (file: RepositoryFile): boolean => /\.tsx?$/.test(file.path);

/** The TypeScript of the product itself. */
export const productSources = (): RepositoryFile[] =>
  [...textFiles("emulator"), ...textFiles("protocol")].filter(isTypeScript);

function paths(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !notOurs.has(entry.name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return paths(path);
      return entry.isFile() ? [path] : [];
    });
}
