import { readFileSync, writeFileSync } from "node:fs";
import * as fc from "fast-check";
import { TestRunner, type RunnerTestCase } from "vitest";
import { atLeast } from "./runs.ts";

/*
 * How properties are tried in every test of the project:
 *
 * FC_RUNS=1000   that often instead of a hundred times, and those that ask for more or less accordingly
 * FC_MS=2000     as often as goes in so many milliseconds
 * FC_SEED=123    with the seed of a run that failed; without it each run is another
 */

/** Where it is written down, in the order found, how a property failed at random. */
const file = new URL("found-properties.json", import.meta.url);

interface Found {
  readonly test: string;
  readonly seed: number;
  /** fast-check's way to the smallest counterexample; it begins with the number of the run. */
  readonly path: string;
}

const found = (): Found[] => JSON.parse(readFileSync(file, "utf8")) as Found[];
const { FC_MS: milliseconds, FC_SEED: seedOfRun } = process.env;

let test = "";

const usual: fc.GlobalParameters = {
  ...atLeast(0),
  ...(milliseconds !== undefined && { interruptAfterTimeLimit: Number(milliseconds) }),
  ...(seedOfRun !== undefined && { seed: Number(seedOfRun) }),
  reporter: (details) => {
    // One whose time was over before anything was wrong has not failed.
    if (!details.failed || (details.interrupted && details.counterexamplePath === null)) return;
    if (details.counterexamplePath !== null) keep({ test, seed: details.seed, path: details.counterexamplePath });
    throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
  },
};

function keep(failure: Found): void {
  const others = found().filter((each) => each.test !== failure.test || each.seed !== failure.seed);
  writeFileSync(file, `${JSON.stringify([...others, failure], null, 2)}\n`);
}

fc.configureGlobal(usual);

/** Runs tests as always; one with a property that failed before runs with those seeds first. */
export default class PropertyRunner extends TestRunner {
  /** Instead of calling the test's function once. */
  async runTask(task: RunnerTestCase): Promise<void> {
    test = task.fullName;
    const run = TestRunner.getTestFn(task);
    for (const { seed, path } of found().filter((each) => each.test === test)) {
      fc.configureGlobal({ ...usual, ...atLeast(Number.parseInt(path, 10) + 1), seed });
      await run();
    }
    fc.configureGlobal({ ...usual, ...atLeast(0) });
    await run();
  }
}
