import type { Kind, Story } from "../story/story.ts";
import { drawOperators } from "./operators.ts";
import { drawTrouble } from "./trouble.ts";
import { drawUndo } from "./undo.ts";
import { drawWeeks } from "./weeks.ts";

/** Draws a story from a seed: the same one each time. */
export const draw: Readonly<Record<Kind, (seed: number) => Story>> = {
  story: drawOperators,
  trouble: drawTrouble,
  weeks: drawWeeks,
  undo: drawUndo,
};
