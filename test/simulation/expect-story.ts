import { expect } from "vitest";
import type { Outcome } from "./story/play.ts";
import { wordsOfFinding } from "./story/words.ts";

/** Fails with the whole story where something did not hold. */
export function expectNoFindings({ told, findings }: Outcome): void {
  expect(findings.length > 0 ? [...told, ...findings.map(wordsOfFinding)].join("\n  ") : "").toBe("");
}
