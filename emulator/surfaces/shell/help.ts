import { done } from "./answers.ts";
import { keywords } from "./keywords.ts";
import type { Answer } from "./shell.ts";

/** `?` and `help`: the groups of commands. */
export function help(): Answer {
  const width = Math.max(...keywords.map(({ name }) => name.length)) + 2;
  return done([
    "- Commands -",
    "",
    ...keywords.map(({ name, description }) => `${name.padEnd(width)}${description}`),
    "",
    "A question mark after a group or a path explains what may follow.",
  ]);
}
