import { it } from "vitest";
import { expectSeeds } from "./expect-seeds.ts";
import { story } from "./story.ts";

it("whatever operators and faults do, what must hold holds, and all can be mended: seeds 1 to 500", async () => {
  await expectSeeds(1, 500, story);
}, 900_000);
