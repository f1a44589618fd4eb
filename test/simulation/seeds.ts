import { draw } from "./draw/draw.ts";
import { play, type Outcome } from "./story/play.ts";
import type { Kind, Story } from "./story/story.ts";

/** The seeds that every run of the tests goes through: from 1 to these. `npm run soak` tries others. */
export const SEEDS: Readonly<Record<Kind, number>> = { story: 52, trouble: 18, weeks: 5, undo: 25 };

/** Each kind has its share of the seeds: stories of weeks take longest, and are few. */
const OFTEN: readonly Kind[] = ["story", "undo", "story", "trouble", "story", "undo", "story", "trouble", "story"];
const ROUND: readonly Kind[] = [...OFTEN, "weeks", ...OFTEN, "undo"];

/** What is drawn from a seed where nobody asks for a kind. */
export const kindOf = (seed: number): Kind => ROUND[seed % ROUND.length] ?? "story";

export interface SeedOutcome extends Outcome {
  readonly story: Story;
}

export async function playSeed(kind: Kind, seed: number): Promise<SeedOutcome> {
  const story = draw[kind](seed);
  return { story, ...(await play(story)) };
}
