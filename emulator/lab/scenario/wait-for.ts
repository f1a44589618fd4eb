import { type Milliseconds, seconds } from "../../world/duration.ts";
import { parseDuration } from "../control/parse-duration.ts";
import type { Check } from "./kinds.ts";
import { firstUnmet, unmetOf, type Unmet } from "./look.ts";
import type { Run } from "./run.ts";
import type { Entry, Expectation } from "./scenario.ts";
import { shownSpan } from "./shown-span.ts";

/** Twice in the ten seconds at which peers ask each other: what stands from one round to the next is not missed. */
const BETWEEN_LOOKS: Milliseconds = seconds(5);

/** Something expected that is not so, or did not stay so. */
export interface Mismatch extends Unmet {
  readonly expected: string;
}

/**
 * Looks again and again, while the lab's time passes, until all that is expected is so at the same time or the time for
 * it is over; and from then on for as long as any of it has to stay so. Each look goes to the surfaces, whatever has
 * happened in between.
 * @returns what is not so in the end, or at the look at which something did not stay so
 */
export async function waitFor({ within, span, all }: Expectation, run: Run): Promise<readonly Mismatch[]> {
  const { clock } = run.lab.world;
  // What has been set off already comes first: messages on their way, sockets being bound.
  await clock.advance(0);
  const end = clock.monotonic() + within;
  // What was not so at one look comes first at the next: most often it tells all that there is to know.
  let asked = all;
  for (;;) {
    const unmet = await firstUnmet(asked, run);
    if (!unmet) return staysSo(all, run);
    const left = end - clock.monotonic();
    if (left <= 0) {
      const expected = `so ${span === undefined ? "at once" : `within ${span}`}`;
      return (await unmetOf(all, run)).map((each) => ({ ...each, expected }));
    }
    asked = [unmet, ...all.filter((check) => check !== unmet)];
    await clock.advance(Math.min(BETWEEN_LOOKS, left));
  }
}

/** Goes on looking at what has to stay so, each for its span, and ends at the first look at which any of it is not. */
async function staysSo(all: readonly Entry<Check>[], run: Run): Promise<readonly Mismatch[]> {
  const { clock } = run.lab.world;
  const begin = clock.monotonic();
  const endOf = (check: Entry<Check>): Milliseconds => begin + spanOf(check);
  for (;;) {
    const staying = all.filter((check) => endOf(check) > clock.monotonic());
    if (staying.length === 0) return [];
    const next = Math.min(...staying.map(endOf));
    await clock.advance(Math.min(BETWEEN_LOOKS, next - clock.monotonic()));
    const now = clock.monotonic();
    // A look with care comes where something has been so for its span.
    const unmet = await unmetOf(staying, run, now < next ? "glance" : "look");
    if (unmet.length === 0) continue;
    return unmet.map(({ check, seen }) => ({
      check,
      expected: `so for ${String(check.value["for"])}`,
      seen: `no longer after ${shownSpan(now - begin)}: ${seen}`,
    }));
  }
}

/** How long it has to stay so. */
const spanOf = ({ value }: Entry<Check>): Milliseconds =>
  typeof value["for"] === "string" ? parseDuration(value["for"]) : 0;
