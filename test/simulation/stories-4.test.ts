import { it } from "vitest";
import { expectSeeds } from "./expect-seeds.ts";
import { story } from "./story.ts";

it("whatever operators and faults do, what must hold holds, and all can be mended: seeds 1501 to 2000", async () => {
  await expectSeeds(1501, 2000, story);
}, 900_000);
