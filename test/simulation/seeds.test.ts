import { describe, it } from "vitest";
import { expectSeed } from "./expect-seed.ts";
import { seededRun } from "./seeded-run.ts";
import { foundSeeds, SEEDS } from "./seeds.ts";
import { story } from "./story.ts";

const upTo = (last: number): number[] => Array.from({ length: last }, (_, place) => place + 1);

describe("whatever operators and faults do, what must hold holds, and all can be mended", () => {
  it.each([...foundSeeds().map(({ seed }) => seed), ...upTo(SEEDS.stories)])("seed %i", (seed) =>
    expectSeed(seed, story),
  );
});

describe("after ten minutes of trouble and a quiet while all peers are equal and without alarms", () => {
  it.each(upTo(SEEDS.trouble))("seed %i", (seed) => expectSeed(seed, seededRun));
});
