import { it } from "vitest";
import { expectSeeds } from "./expect-seeds.ts";
import { seededRun } from "./seeded-run.ts";

it("after ten minutes of trouble and a quiet while all peers are equal and without alarms: seeds 1 to 100", async () => {
  await expectSeeds(1, 100, seededRun);
}, 600_000);
