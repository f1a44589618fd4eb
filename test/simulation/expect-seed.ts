import { expect } from "vitest";
import type { Outcome } from "./story.ts";

/** Runs a seed and fails with its story when it breaks something. A failing seed becomes a test of its own. */
export async function expectSeed(seed: number, run: (seed: number) => Promise<Outcome>): Promise<void> {
  const { story, broken } = await run(seed);
  expect(broken.length > 0 ? [...story, ...broken].join("\n  ") : "").toBe("");
}
