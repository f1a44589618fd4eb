import { it } from "vitest";
import { expectSeeds } from "./expect-seeds.ts";
import { seededRun } from "./seeded-run.ts";

// Seeds that once failed, and why.
it.each([
  [46, "exchanges of keys bred exchanges of keys after a loss, and no association outlived the next"],
  [29, "a crash between a copy and the file that goes with it looked like a lost file"],
])("seed %i: %s", { timeout: 60_000 }, (seed) => expectSeeds(seed, seed, seededRun));
