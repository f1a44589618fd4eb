import { readFileSync, writeFileSync } from "node:fs";
import { seededRun } from "./seeded-run.ts";
import { story, type Outcome } from "./story.ts";

/** What can be run of a seed. */
export const KINDS: Readonly<Record<Kind, (seed: number) => Promise<Outcome>>> = { story, trouble: seededRun };

export type Kind = "story" | "trouble";

/** The seeds that every run of the tests goes through: from 1 to these. `npm run soak` tries others. */
export const SEEDS: Readonly<Record<Kind, number>> = { story: 100, trouble: 25 };

/** A seed at which a random run broke something. */
export interface FoundSeed {
  readonly kind: Kind;
  readonly seed: number;
  readonly broken: readonly string[];
}

const file = new URL("found-seeds.json", import.meta.url);

/**
 * What random runs found and nobody has mended yet: every run of the tests begins with it. What is mended moves to
 * failed-seeds.test.ts.
 */
export const foundSeeds = (): FoundSeed[] => JSON.parse(readFileSync(file, "utf8")) as FoundSeed[];

/** Writes down what a random run found. */
export function keepFoundSeed(found: FoundSeed): void {
  const others = foundSeeds().filter(({ kind, seed }) => kind !== found.kind || seed !== found.seed);
  writeFileSync(file, `${JSON.stringify([...others, found], null, 2)}\n`);
}
