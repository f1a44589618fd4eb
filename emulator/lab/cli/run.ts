import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { EmulatorError } from "../../errors.ts";
import { startStopwatch } from "../../world/stopwatch.ts";
import { findScenarios } from "../scenario/find-scenarios.ts";
import { junitXml } from "../scenario/junit.ts";
import { readScenario } from "../scenario/read-scenario.ts";
import { describeAll, describeResult } from "../scenario/report.ts";
import { runScenarios } from "../scenario/run-scenarios.ts";

export interface RunCommandOptions {
  /** How many scenarios at the same time; by default as many as there are cores. */
  readonly jobs?: number;
  /** A file for the results as JUnit XML. */
  readonly junit?: string;
  readonly json?: boolean;
}

/**
 * `xtwin run`: performs scenarios and says how each came out. All files are read before the first is performed.
 * @returns whether all went as they expect
 * @throws EmulatorError SCENARIO_UNREADABLE, SCENARIO_INVALID, OPTION_INVALID, and what starting a lab gives
 */
export async function runCommand(
  paths: readonly string[],
  { jobs = availableParallelism(), junit, json = false }: RunCommandOptions,
  print: (text: string) => void,
): Promise<boolean> {
  const scenarios = [...new Set(paths.flatMap(findScenarios))].map(readScenario);
  const stopwatch = startStopwatch();
  const results = await runScenarios(scenarios, {
    jobs,
    onResult: (result) => {
      if (!json) print(describeResult(result));
    },
  });
  const real = stopwatch();
  if (junit !== undefined) writeReport(junit, junitXml(results, real));
  const ok = results.every((result) => result.ok);
  print(json ? `${JSON.stringify({ ok, real, results }, null, 2)}\n` : describeAll(results, real));
  return ok;
}

function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmulatorError("OPTION_INVALID", `--junit ${file}: ${reason}`, {
      cause: error,
      remedy: "Name a file that can be written.",
    });
  }
}
