import { expect } from "vitest";
import { KINDS, type Kind } from "./seeds.ts";

/** Runs a seed and fails with its story when it breaks something. A failing seed becomes a test of its own. */
export async function expectSeed(kind: Kind, seed: number): Promise<void> {
  const { story, broken } = await KINDS[kind](seed);
  expect(broken.length > 0 ? [...story, ...broken].join("\n  ") : "").toBe("");
}
