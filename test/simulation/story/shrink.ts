import type { Finding } from "../checkers/checker.ts";
import { play } from "./play.ts";
import type { Setup, Story, TimedStep } from "./story.ts";

/** What of the setup a story may do without. */
const OPTIONAL: readonly (keyof Setup)[] = ["callers", "clockErrors", "quickUpkeep", "pipe", "licenses"];

/** Leaves out of a story what it fails without, as long as there is time. @param until on the clock of `performance.now()` */
export async function shrink(story: Story, findings: readonly Finding[], until: number): Promise<Story> {
  const sought = new Set(findings.map(likeness));
  const fails = async (candidate: Story): Promise<boolean> =>
    (await play(candidate)).findings.some((finding) => sought.has(likeness(finding)));
  let best = story;
  const attempt = async (candidate: Story): Promise<boolean> => {
    if (performance.now() > until || !(await fails(candidate))) return false;
    best = candidate;
    return true;
  };
  // What is done and undone is one thing.
  const divisible = story.ending !== "comparison";
  for (
    let size = divisible ? Math.ceil(best.steps.length / 2) : 0;
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < best.steps.length;) {
      if (!(await attempt(withSteps(best, best.steps.toSpliced(from, size))))) from += size;
    }
  }
  for (const member of OPTIONAL) {
    const { [member]: left, ...setup } = best.setup;
    if (left !== undefined) await attempt({ ...best, setup: setup as Setup });
  }
  const last = Math.max(0, ...best.steps.map(({ at }) => at));
  await attempt({ ...best, ends: last + 1 });
  return best;
}

const withSteps = (story: Story, steps: readonly TimedStep[]): Story => ({ ...story, steps });

/** What is found, whichever peers it is found of. */
const likeness = ({ invariant, of }: Finding): string => `${invariant} ${of.replaceAll(/[\d., ]+/g, " ")}`;
