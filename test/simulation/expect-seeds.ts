import { expect } from "vitest";
import type { Outcome } from "./story.ts";

/** Runs seeds and fails with the story of the first that broke something. A failing seed becomes a test of its own. */
export async function expectSeeds(first: number, last: number, run: (seed: number) => Promise<Outcome>): Promise<void> {
  const failures: string[] = [];
  for (let seed = first; seed <= last; seed++) {
    const { story, broken } = await run(seed);
    if (broken.length > 0) failures.push([...story, ...broken].join("\n  "));
  }
  expect(failures.slice(0, 3).join("\n\n")).toBe("");
}
