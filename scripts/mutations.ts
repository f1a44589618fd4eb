import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";

/*
 * npm run mutations                     each patch of test/mutations in a copy of the tree, until the simulation finds it
 * npm run mutations -- --seconds 240    so long for all of them together
 * npm run mutations -- --anew           without a look first at the seed that found it last
 * npm run mutations -- pool-counts-own-keys-twice
 */

const { values, positionals } = parseArgs({
  options: { seconds: { type: "string" }, anew: { type: "boolean", default: false } },
  allowPositionals: true,
});

/** A fault that the simulation needs more seeds for is as good as not found. */
const SEEDS = 500;

/** What the simulation is made of. */
const TREE = ["emulator", "protocol", "test/simulation", "package.json", "tsconfig.json"] as const;

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = join(root, "test/mutations");
const budget = values.seconds === undefined ? Infinity : Number(values.seconds);
if (Number.isNaN(budget) || budget < 0) refuse(`--seconds: "${values.seconds}" is not a number from 0`);

const known = readdirSync(folder)
  .filter((file) => file.endsWith(".patch"))
  .map((file) => file.replace(".patch", ""))
  .toSorted();
for (const name of positionals)
  if (!known.includes(name)) refuse(`"${name}" is no patch of test/mutations; there are: ${known.join(", ")}`);

const started = performance.now();
let survived = 0;
const waiting = positionals.length > 0 ? positionals : [...known];
/** Most of a short search is the start of a program: one on each core. */
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await tell(name);
  }),
);
process.exitCode = survived > 0 ? 1 : 0;

async function tell(name: string): Promise<void> {
  const from = performance.now();
  const { found, words } = await tryMutation(name, budget - (from - started) / 1000);
  if (!found) survived++;
  const seconds = Math.round((performance.now() - from) / 1000);
  process.stdout.write(`${found ? "found" : "NOT FOUND"}  ${name}, ${seconds} s: ${words}\n`);
}

interface Verdict {
  readonly found: boolean;
  readonly words: string;
}

/** Plays seeds on a copy of the tree with the patch in it. */
async function tryMutation(name: string, left: number): Promise<Verdict> {
  if (left <= 0) return { found: false, words: "no time is left for it" };
  const copy = mkdtempSync(join(tmpdir(), "xtwin-mutation-"));
  try {
    for (const part of TREE) cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    const patch = join(folder, `${name}.patch`);
    const refusal = apply(patch, copy);
    return refusal === undefined ? await look(copy, headerOf(patch), left) : { found: false, words: refusal };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** @returns why it does not apply, if it does not */
function apply(patch: string, copy: string): string | undefined {
  try {
    // A copy within some other repository is no part of that one.
    const env = { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() };
    execFileSync("git", ["apply", patch], { cwd: copy, env, stdio: ["ignore", "ignore", "pipe"] });
    return undefined;
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? error).trim();
    return `the patch does not apply, make it anew: ${said.replaceAll("\n", "; ")}`;
  }
}

/** What a patch may say above its first line of changes. */
interface Header {
  /** Which kind of stories is to find it: `Kind: weeks`. */
  readonly kind: string | undefined;
  /** Of the seeds that find it, one that is tried before all others: `Seed: 37`. */
  readonly seed: number | undefined;
}

function headerOf(patch: string): Header {
  const text = readFileSync(patch, "utf8");
  const seed = /^Seed: (\d+)$/m.exec(text)?.[1];
  return { kind: /^Kind: (\w+)$/m.exec(text)?.[1], seed: seed === undefined ? undefined : Number(seed) };
}

/** Plays the seed that found it last, and where that finds nothing any more, all of them. */
async function look(copy: string, { kind, seed }: Header, left: number): Promise<Verdict> {
  if (seed !== undefined && seed <= SEEDS && !values.anew) {
    const verdict = await soak(copy, kind, left, { from: seed, seeds: 1 });
    if (verdict.found) return verdict;
  }
  const verdict = await soak(copy, kind, left, { from: 1, seeds: SEEDS });
  if (!verdict.found || values.anew) return verdict;
  const words = `${verdict.words}\n  write that seed into the head of the patch: "Seed: …" is played first`;
  return { ...verdict, words };
}

interface Range {
  readonly from: number;
  readonly seeds: number;
}

/** What a program wrote, whether or not it ended well: a soak that finds something does not. */
interface Written {
  readonly stdout: string;
  readonly stderr: string;
}

async function soak(copy: string, kind: string | undefined, left: number, { from, seeds }: Range): Promise<Verdict> {
  const args = [
    "test/simulation/soak.ts",
    "--from",
    String(from),
    "--seeds",
    String(seeds),
    "--until-finding",
    ...(kind === undefined ? [] : ["--kind", kind]),
    ...(left === Infinity ? [] : ["--seconds", String(Math.ceil(left))]),
  ];
  const { stdout, stderr } = await promisify(execFile)(join(copy, "node_modules/.bin/tsx"), args, { cwd: copy }).catch(
    (failed: Written) => failed,
  );
  const finding = /^\w+, seed \d+: .*$/m.exec(stdout)?.[0];
  if (finding !== undefined) return { found: true, words: finding };
  const last = [stdout, stderr].map((text) => text.trim().split("\n").at(-1) ?? "").join(" ");
  return { found: false, words: last };
}

function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
