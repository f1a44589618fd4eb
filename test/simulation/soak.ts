import { readFileSync, writeFileSync } from "node:fs";
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { story } from "./story.ts";

/*
 * npm run soak                          100,000 seeds on all cores
 * npm run soak -- --seeds 5000 --from 1
 * npm run soak -- --seed 1234           one seed, with its story
 *
 * With --write the figures go into docs/performance.md.
 */

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    seeds: { type: "string", default: "100000" },
    from: { type: "string", default: "1" },
    write: { type: "boolean", default: false },
    jobs: { type: "string", default: String(availableParallelism()) },
    /** Said by the command to its own children. */
    child: { type: "boolean", default: false },
  },
});

/** Databases are never let go of (emulator/store/retain.ts): a process that went through all seeds would fill the memory. */
const SEEDS_A_PROCESS = 500;

const number = (text: string, name: string): number => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  process.stderr.write(`--${name}: "${text}" is not a whole number from 0\n`);
  process.exit(2);
};

const first = number(values.from, "from");
const count = number(values.seeds, "seeds");
const jobs = number(values.jobs, "jobs");

if (values.seed !== undefined) await tellOne(number(values.seed, "seed"));
else if (values.child) await runSeeds();
else await runJobs();

/** One seed in full, for whoever has to find out why it fails. */
async function tellOne(seed: number): Promise<void> {
  const { story: told, broken } = await story(seed);
  process.stdout.write([...told, "", ...(broken.length > 0 ? broken : ["all is well"]), ""].join("\n"));
  process.exitCode = broken.length > 0 ? 1 : 0;
}

async function runJobs(): Promise<void> {
  const started = performance.now();
  let next = first;
  let failed = false;
  const work = async (): Promise<void> => {
    while (next < first + count) {
      const from = next;
      next += SEEDS_A_PROCESS;
      if ((await inOwnProcess(from, Math.min(SEEDS_A_PROCESS, first + count - from))) !== 0) failed = true;
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  const seconds = Math.round((performance.now() - started) / 1000);
  const verdict = failed ? "there are failures" : "all is well";
  process.stdout.write(`${count} seeds from ${first} in ${seconds} s: ${verdict}\n`);
  if (values.write) writeFigures(seconds, verdict);
  process.exitCode = failed ? 1 : 0;
}

function inOwnProcess(from: number, seeds: number): Promise<number> {
  const child = fork(fileURLToPath(import.meta.url), ["--from", String(from), "--seeds", String(seeds), "--child"]);
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

function writeFigures(seconds: number, verdict: string): void {
  const page = new URL("../../docs/performance.md", import.meta.url);
  const rate = (count / seconds).toFixed(1);
  const figures = `${count.toLocaleString("en")} seeds from ${first} in ${seconds} s, ${jobs} at a time, ${rate} a second: ${verdict}.`;
  const text = readFileSync(page, "utf8");
  writeFileSync(
    page,
    text.replace(/<!-- soak -->[\s\S]*<!-- end soak -->/, `<!-- soak -->\n\n${figures}\n\n<!-- end soak -->`),
  );
}

async function runSeeds(): Promise<void> {
  for (let seed = first; seed < first + count; seed++) {
    const { broken } = await story(seed);
    if (broken.length === 0) continue;
    process.exitCode = 1;
    process.stdout.write(`seed ${seed}: ${broken.join("; ")}\n`);
  }
}
