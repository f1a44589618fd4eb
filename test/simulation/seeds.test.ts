import { describe, expect, it } from "vitest";
import { seededRun } from "./seeded-run.ts";

/** One file of seeds takes about half of the machine's cores; two files run side by side. */
const SEEDS = Array.from({ length: 250 }, (_, place) => place + 1);

describe("a cluster after ten minutes of trouble and a quiet while", () => {
  it(
    "holds the primary's configuration everywhere and has no alarm, whatever the seed",
    { timeout: 300_000 },
    async () => {
      const failures: string[] = [];
      for (const seed of SEEDS) {
        const { story, faults } = await seededRun(seed);
        if (faults.length > 0) failures.push([...story, ...faults].join("\n  "));
      }
      expect(failures.slice(0, 3).join("\n\n")).toBe("");
    },
  );
});
