import { readFileSync, writeFileSync } from "node:fs";

/** The seeds that every run of the tests goes through, from 1 to these. `npm run soak` tries others. */
export const SEEDS = { stories: 100, trouble: 100 } as const;

/** A seed at which a random run broke something. */
export interface FoundSeed {
  readonly seed: number;
  readonly broken: readonly string[];
}

const file = new URL("found-seeds.json", import.meta.url);

/**
 * The stories that random runs found and nobody has mended yet: every run begins with them. What is mended moves to
 * failed-seeds.test.ts.
 */
export const foundSeeds = (): FoundSeed[] => JSON.parse(readFileSync(file, "utf8")) as FoundSeed[];

/** Writes down what a random run found. */
export function keepFoundSeed(found: FoundSeed): void {
  const others = foundSeeds().filter(({ seed }) => seed !== found.seed);
  writeFileSync(file, `${JSON.stringify([...others, found], null, 2)}\n`);
}
