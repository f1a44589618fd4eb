import type { RepositoryFile } from "./files.ts";
import type { Finding } from "./syntax.ts";

export interface Sizes {
  readonly tooLong: readonly Finding[];
  /** Half of the files are no longer than this. */
  readonly median: number;
  readonly longest: number;
}

/** The lengths of files in lines. Tables of data may be as long as what they list. */
export function measure(files: readonly RepositoryFile[], limit: number): Sizes {
  const logic = files
    .filter(({ path }) => !path.startsWith("emulator/model/"))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }));
  const lengths = logic.map(({ lines }) => lines).toSorted((a, b) => a - b);
  return {
    tooLong: logic
      .filter(({ lines }) => lines > limit)
      .map(({ path, lines }) => ({ where: `${path}:${limit + 1}`, what: `has ${lines} lines, more than ${limit}` })),
    median: lengths[Math.ceil(lengths.length / 2) - 1] ?? 0,
    longest: lengths.at(-1) ?? 0,
  };
}
