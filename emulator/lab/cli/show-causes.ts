import type { Cause } from "../causes/cause.ts";

/** Causes below each other, each with where it is mended. @param marks what stands before the first, and before each other */
export const showCauses = (
  causes: readonly Cause[],
  marks: readonly [first: string, other: string],
): readonly string[] =>
  causes.flatMap(({ text, mend }, place) => [`  ${marks[place === 0 ? 0 : 1]} ${text}`, `    Mend it: ${mend}`]);

/** The same as a list. */
export const listCauses = (causes: readonly Cause[]): readonly string[] => showCauses(causes, ["-", "-"]);
