import { fork } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { kindOf, playSeed } from "./seeds.ts";
import { soakOptions } from "./soak-options.ts";
import { SoakProgress } from "./soak-progress.ts";
import { keepStory, readStory } from "./story/files.ts";
import { play } from "./story/play.ts";
import { shrink } from "./story/shrink.ts";
import type { Kind, Story } from "./story/story.ts";
import { wordsOfFinding } from "./story/words.ts";

/*
 * npm run soak                                    100,000 seeds of all kinds on all cores; goes on where it was ended
 * npm run soak -- --seeds 5000 --from 1 --anew    not where it was ended
 * npm run soak -- --kind weeks                    of one kind: story, trouble, weeks or undo
 * npm run soak -- --seconds 120 --from random     as many as the time allows, from a first one that is printed
 * npm run soak -- --kind story --seed 1234        one seed, with its story
 * npm run soak -- --story test/simulation/stories/NAME.json
 * npm run soak -- --seeds 500 --until-finding     until something is found, which is not kept
 *
 * A story in which something does not hold is cut short and kept in test/simulation/stories, and the tests begin with it from
 * then on. With --write the figures go into docs/performance.md.
 */

/** Databases are never let go of (emulator/store/retain.ts): a process that went through all seeds would fill the memory. */
const SEEDS_A_PROCESS = 250;

/** Who waits for the first finding does not want it long after others have found theirs. */
const SEEDS_UNTIL_A_FINDING = 25;

/** A child looks for a shorter story for so long, in milliseconds, once. */
const SHRINK_FOR = 60_000;

/** What a child tells of a seed. */
interface SeedReport {
  readonly kind: Kind;
  readonly seed: number;
  readonly findings: readonly string[];
  /** Where there are findings. */
  readonly story?: Story;
}

const options = soakOptions();
const { first, count, deadline } = options;

if (options.story !== undefined) await tellOne(readStory(options.story));
else if (options.seed !== undefined) await tellSeed(options.seed);
else if (options.child) await runSeeds();
else await runJobs();

async function tellSeed(seed: number): Promise<void> {
  const { story } = await playSeed(options.kind ?? kindOf(seed), seed);
  await tellOne(story);
}

/** One story in full, for whoever has to find out why it fails. */
async function tellOne(story: Story): Promise<void> {
  const { told, findings } = await play(story);
  const last = findings.length > 0 ? findings.map(wordsOfFinding) : ["all is well"];
  process.stdout.write([...told, "", ...last, ""].join("\n"));
  process.exitCode = findings.length > 0 ? 1 : 0;
}

async function runJobs(): Promise<void> {
  const started = performance.now();
  const progress = options.random || options.untilFinding ? undefined : new SoakProgress(options.anew);
  process.stdout.write(`seeds of ${options.kind ?? "all kinds"} from ${first}\n`);
  const most = options.untilFinding ? SEEDS_UNTIL_A_FINDING : SEEDS_A_PROCESS;
  let next = first;
  let done = 0;
  let left = 0;
  let failed = false;
  const look = (report: SeedReport): void => {
    done++;
    if (report.findings.length === 0) return;
    failed = true;
    process.stdout.write(`${report.kind}, seed ${report.seed}: ${report.findings.join("; ")}\n`);
    if (report.story && !options.untilFinding) keepStory(`found-${report.kind}-${report.seed}`, report.story);
  };
  const work = async (): Promise<void> => {
    while (next < first + count && performance.now() < deadline && !(failed && options.untilFinding)) {
      const from = next;
      const seeds = Math.min(most, first + count - from);
      next += seeds;
      const portion = `${options.kind ?? "all"} ${from}+${seeds}`;
      if (progress?.has(portion)) {
        left += seeds;
        continue;
      }
      const found = await inOwnProcess(from, seeds, look);
      if (found !== "nothing") failed = true;
      else if (performance.now() < deadline) progress?.add(portion);
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
  const seconds = Math.max(1, Math.round((performance.now() - started) / 1000));
  if (left > 0) process.stdout.write(`${left.toLocaleString("en")} seeds were done before\n`);
  const verdict = failed ? "there are findings" : "all is well";
  const rate = (done / seconds).toFixed(1);
  const figures = `${done.toLocaleString("en")} seeds from ${first} in ${seconds} s, ${options.jobs} at a time, ${rate} a second: ${verdict}.`;
  process.stdout.write(`${figures}\n`);
  if (options.write) writeFigures(figures);
  process.exitCode = failed ? 1 : 0;
}

/** Some of the seeds in a process that ends with them, or with the time. */
async function inOwnProcess(
  from: number,
  seeds: number,
  look: (report: SeedReport) => void,
): Promise<"nothing" | "something"> {
  const left = Math.max(0, Math.ceil((deadline - performance.now()) / 1000));
  const range = [
    "--child",
    "--from",
    String(from),
    "--seeds",
    String(seeds),
    ...(deadline === Infinity ? [] : ["--seconds", String(left)]),
    ...(options.kind ? ["--kind", options.kind] : []),
    ...(options.untilFinding ? ["--until-finding"] : []),
  ];
  let found = false;
  const child = fork(fileURLToPath(import.meta.url), range).on("message", (message) => {
    const report = message as SeedReport;
    if (report.findings.length > 0) found = true;
    look(report);
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  return code === 0 && !found ? "nothing" : "something";
}

function writeFigures(figures: string): void {
  const page = new URL("../../docs/performance.md", import.meta.url);
  const text = readFileSync(page, "utf8");
  writeFileSync(
    page,
    text.replace(/<!-- soak -->[\s\S]*<!-- end soak -->/, `<!-- soak -->\n\n${figures}\n\n<!-- end soak -->`),
  );
}

async function runSeeds(): Promise<void> {
  let mayShrink = !options.untilFinding;
  for (let seed = first; seed < first + count && performance.now() < deadline; seed++) {
    const kind = options.kind ?? kindOf(seed);
    const { story, findings } = await playSeed(kind, seed);
    const report = { kind, seed, findings: findings.map(wordsOfFinding) };
    if (findings.length === 0) process.send?.(report satisfies SeedReport);
    else {
      const short = mayShrink ? await shrink(story, findings, performance.now() + SHRINK_FOR) : story;
      mayShrink = false;
      process.send?.({ ...report, story: short } satisfies SeedReport);
      if (options.untilFinding) return;
    }
  }
}
