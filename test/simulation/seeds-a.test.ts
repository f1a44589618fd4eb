import { it } from "vitest";
import { expectSeeds } from "./expect-seeds.ts";

// Half of the seeds in each of two files, so that two processors share them.
it(
  "after ten minutes of trouble and a quiet while all peers are equal and without alarms: seeds 1 to 250",
  { timeout: 300_000 },
  () => expectSeeds(1, 250),
);
