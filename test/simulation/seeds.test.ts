import { describe, it } from "vitest";
import { expectNoFindings } from "./expect-story.ts";
import { playSeed, SEEDS } from "./seeds.ts";
import type { Kind } from "./story/story.ts";

const seedsOf = (kind: Kind): number[] => Array.from({ length: SEEDS[kind] }, (_, place) => place + 1);

describe("whatever operators and faults do, what must hold holds, and all can be mended", () => {
  it.each(seedsOf("story"))("seed %i", async (seed) => expectNoFindings(await playSeed("story", seed)));
});

describe("after ten minutes of trouble and a quiet while all peers are equal and without alarms", () => {
  it.each(seedsOf("trouble"))("seed %i", async (seed) => expectNoFindings(await playSeed("trouble", seed)));
});
