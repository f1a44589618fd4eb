// All that a change must pass before it is committed, two at a time: most of it is one thread each. What each says comes whole,
// when it is over.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/** The longest first. */
const checks = [
  "prettier --check --cache --cache-strategy content .",
  "vitest run --project architecture",
  "oxlint --type-aware --deny-warnings",
  "tsc -p tsconfig.json --incremental --tsBuildInfoFile node_modules/.cache/types.tsbuildinfo",
  "knip",
];

const failed = [];
await Promise.all(
  Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
    for (let check = checks.shift(); check !== undefined; check = checks.shift()) await run(check);
  }),
);
if (failed.length > 0) process.stdout.write(`failed: ${failed.join("; ")}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function run(check) {
  const from = performance.now();
  const child = spawn("npx", ["--no-install", ...check.split(" ")], { stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => said.push(data));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) failed.push(check);
  const seconds = Math.round((performance.now() - from) / 1000);
  process.stdout.write(
    `==== ${check}, ${seconds} s${code === 0 ? "" : `: ${code}`}\n${Buffer.concat(said).toString()}`,
  );
}
