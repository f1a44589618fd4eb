/** How often a property is tried unless its test or the environment says otherwise. */
const USUAL = 100;

/** More than any time allows: the clock ends it. */
const UNTIL_THE_TIME_IS_OVER = 1_000_000_000;

const { FC_MS: milliseconds, FC_RUNS: wanted = String(USUAL) } = process.env;

let least = 0;

/** So often a property is tried that is slower than others, or has more to try: in proportion to FC_RUNS. */
export function runs(usual: number): { readonly numRuns: number } {
  if (milliseconds !== undefined) return { numRuns: UNTIL_THE_TIME_IS_OVER };
  return { numRuns: Math.max(least, Math.ceil((usual * Number(wanted)) / USUAL)) };
}

/** The usual number of runs, and no fewer than these until told otherwise: a run that failed has to be reached again. */
export function atLeast(count: number): { readonly numRuns: number } {
  least = count;
  return runs(USUAL);
}
