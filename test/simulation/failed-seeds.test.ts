import { it } from "vitest";
import { expectSeeds } from "./expect-seeds.ts";

// Seeds that once failed, and why.
it.each([[46, "exchanges of keys bred exchanges of keys after a loss, and no association outlived the next"]])(
  "seed %i: %s",
  { timeout: 60_000 },
  (seed) => expectSeeds(seed, seed),
);
