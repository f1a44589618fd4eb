import { it } from "vitest";
import { expectSeed } from "./expect-seed.ts";

// Seeds that once failed, and why.
it.each([
  [46, "exchanges of keys bred exchanges of keys after a loss, and no association outlived the next"],
  [29, "a crash between a copy and the file that goes with it looked like a lost file"],
])("seed %i: %s", (seed) => expectSeed("trouble", seed));
