import { describe, expect, it } from "vitest";
import { expectNoFindings } from "./expect-story.ts";
import { playSeed, SEEDS } from "./seeds.ts";
import { keptStories, storyText } from "./story/files.ts";
import { play } from "./story/play.ts";
import type { Kind, Story } from "./story/story.ts";

const seedsOf = (kind: Kind): number[] => Array.from({ length: SEEDS[kind] }, (_, place) => place + 1);

describe("a story that failed once does not fail again", () => {
  it.each(keptStories())("$name", async ({ story }) => expectNoFindings(await play(story)));
});

describe("in weeks in which little happens, what must hold holds", () => {
  it.each(seedsOf("weeks"))("seed %i", async (seed) => expectNoFindings(await playSeed("weeks", seed)));
});

describe("what is done and undone leaves no trace", () => {
  it.each(seedsOf("undo"))("seed %i", async (seed) => expectNoFindings(await playSeed("undo", seed)));
});

it("a story is played again as it was, from its file", async () => {
  const { story, told } = await playSeed("story", 1);
  const again = await play(JSON.parse(storyText(story)) as Story);
  expect(again.told).toEqual(told);
});
