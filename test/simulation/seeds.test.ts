import { describe, it } from "vitest";
import { expectSeed } from "./expect-seed.ts";
import { foundSeeds, SEEDS, type Kind } from "./seeds.ts";

/** Those that were found first, then those that always are. */
const seedsOf = (wanted: Kind): number[] => [
  ...foundSeeds().flatMap(({ kind, seed }) => (kind === wanted ? [seed] : [])),
  ...Array.from({ length: SEEDS[wanted] }, (_, place) => place + 1),
];

describe("whatever operators and faults do, what must hold holds, and all can be mended", () => {
  it.each(seedsOf("story"))("seed %i", (seed) => expectSeed("story", seed));
});

describe("after ten minutes of trouble and a quiet while all peers are equal and without alarms", () => {
  it.each(seedsOf("trouble"))("seed %i", (seed) => expectSeed("trouble", seed));
});
