import { it } from "vitest";
import { expectSeeds } from "./expect-seeds.ts";
import { story } from "./story.ts";

it("whatever operators and faults do, what must hold holds, and all can be mended: seeds 501 to 1000", async () => {
  await expectSeeds(501, 1000, story);
}, 900_000);
