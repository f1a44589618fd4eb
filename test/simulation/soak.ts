import { fork } from "node:child_process";
import { randomInt } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { foundSeeds, keepFoundSeed, KINDS, type FoundSeed, type Kind } from "./seeds.ts";

/*
 * npm run soak                                    100,000 seeds on all cores
 * npm run soak -- --seeds 5000 --from 1
 * npm run soak -- --seconds 120 --from random     as many as the time allows, from a first one that is printed
 * npm run soak -- --seed 1234                     one seed, with its story
 * npm run soak -- --trouble                       faults and edits alone, and then all peers are equal
 *
 * A seed that breaks something is written down in found-seeds.json, and the tests begin with it from then on. With --write
 * the figures go into docs/performance.md.
 */

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    seeds: { type: "string", default: "100000" },
    from: { type: "string", default: "1" },
    seconds: { type: "string" },
    trouble: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    jobs: { type: "string", default: String(availableParallelism()) },
    /** Said by the command to its own children. */
    child: { type: "boolean", default: false },
  },
});

/** Databases are never let go of (emulator/store/retain.ts): a process that went through all seeds would fill the memory. */
const SEEDS_A_PROCESS = 500;

/** Leaves room for all seeds that are wanted after it. */
const LARGEST_RANDOM_SEED = 2 ** 31;

const number = (text: string, name: string): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  process.stderr.write(`--${name}: "${text}" is not a whole number from 0\n`);
  process.exit(2);
};

const kind: Kind = values.trouble ? "trouble" : "story";
const first = values.from === "random" ? randomInt(LARGEST_RANDOM_SEED) : number(values.from, "from");
const count = number(values.seeds, "seeds");
const jobs = number(values.jobs, "jobs");
const deadline = values.seconds === undefined ? Infinity : performance.now() + 1000 * number(values.seconds, "seconds");

if (values.seed !== undefined) await tellOne(number(values.seed, "seed"));
else if (values.child) await runSeeds();
else await runJobs();

/** One seed in full, for whoever has to find out why it fails. */
async function tellOne(seed: number): Promise<void> {
  const { story: told, broken } = await KINDS[kind](seed);
  process.stdout.write([...told, "", ...(broken.length > 0 ? broken : ["all is well"]), ""].join("\n"));
  process.exitCode = broken.length > 0 ? 1 : 0;
}

async function runJobs(): Promise<void> {
  const started = performance.now();
  process.stdout.write(`seeds of ${kind} from ${first}; written down and not mended: ${foundSeeds().length}\n`);
  let next = first;
  let done = 0;
  let failed = false;
  const look = (seed: FoundSeed): void => {
    done++;
    if (seed.broken.length === 0) return;
    failed = true;
    process.stdout.write(`seed ${seed.seed}: ${seed.broken.join("; ")}\n`);
    keepFoundSeed(seed);
  };
  const work = async (): Promise<void> => {
    while (next < first + count && performance.now() < deadline) {
      const from = next;
      next += SEEDS_A_PROCESS;
      if ((await inOwnProcess(from, Math.min(SEEDS_A_PROCESS, first + count - from), look)) !== 0) failed = true;
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  const seconds = Math.round((performance.now() - started) / 1000);
  const verdict = failed ? "there are failures" : "all is well";
  const rate = (done / seconds).toFixed(1);
  const figures = `${done.toLocaleString("en")} seeds from ${first} in ${seconds} s, ${jobs} at a time, ${rate} a second: ${verdict}.`;
  process.stdout.write(`${figures}\n`);
  if (values.write) writeFigures(figures);
  process.exitCode = failed ? 1 : 0;
}

/** Some of the seeds in a process that ends with them, or with the time. */
function inOwnProcess(from: number, seeds: number, look: (seed: FoundSeed) => void): Promise<number> {
  const left = Math.ceil((deadline - performance.now()) / 1000);
  const until = deadline === Infinity ? [] : ["--seconds", String(Math.max(0, left))];
  const range = [
    "--from",
    String(from),
    "--seeds",
    String(seeds),
    ...until,
    ...(values.trouble ? ["--trouble"] : []),
    "--child",
  ];
  const child = fork(fileURLToPath(import.meta.url), range).on("message", (seed) => look(seed as FoundSeed));
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
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
  for (let seed = first; seed < first + count && performance.now() < deadline; seed++) {
    const { broken } = await KINDS[kind](seed);
    process.send?.({ kind, seed, broken } satisfies FoundSeed);
  }
}
