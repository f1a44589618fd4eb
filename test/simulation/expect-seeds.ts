import { expect } from "vitest";
import { seededRun } from "./seeded-run.ts";

/** Runs seeds and fails with the story of the first that left something wrong. A failing seed becomes a test of its own. */
export async function expectSeeds(first: number, last: number): Promise<void> {
  const failures: string[] = [];
  for (let seed = first; seed <= last; seed++) {
    const { story, faults } = await seededRun(seed);
    if (faults.length > 0) failures.push([...story, ...faults].join("\n  "));
  }
  expect(failures.slice(0, 3).join("\n\n")).toBe("");
}
