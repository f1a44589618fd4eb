import { stringify } from "yaml";
import { type Milliseconds, minutes } from "../../world/duration.ts";
import { MemoryLog } from "../../world/log.ts";
import { startStopwatch } from "../../world/stopwatch.ts";
import type { Position } from "../yaml/yaml-file.ts";
import type { EntryValue } from "./kinds.ts";
import { perform } from "./perform.ts";
import { readScenario } from "./read-scenario.ts";
import { Run } from "./run.ts";
import type { Scenario, Step } from "./scenario.ts";
import { startScenarioLab } from "./start-scenario-lab.ts";
import { waitFor } from "./wait-for.ts";

/** How long a lab runs before the first step: peers of a cluster have met, copied and follow their time server. */
const RUN_IN: Milliseconds = minutes(3);

/** One thing of a step that did not come out as it had to. */
export interface Failure {
  readonly step: string;
  readonly at: Position;
  /** The entry of the file. */
  readonly entry: string;
  readonly expected: string;
  readonly seen: string;
}

export interface ScenarioResult {
  readonly file: string;
  readonly title: string;
  readonly ok: boolean;
  /** How much of the lab's time has passed, the run-in among it. */
  readonly emulated: Milliseconds;
  /** How long it took here. */
  readonly real: Milliseconds;
  /** How many steps were done, the one that failed not among them. */
  readonly stepsDone: number;
  /** What the step at which it ended did not show; nothing after it has been tried. */
  readonly failures: readonly Failure[];
}

/**
 * Performs a scenario on a lab of its own, over the surfaces of its peers, and stops the lab.
 * @param scenario a file, or what was read from one
 * @throws EmulatorError for a file with a mistake, and what starting a lab gives
 */
export async function runScenario(scenario: string | Scenario): Promise<ScenarioResult> {
  const read = typeof scenario === "string" ? readScenario(scenario) : scenario;
  const stopwatch = startStopwatch();
  const log = new MemoryLog();
  const { lab, network } = await startScenarioLab(read.topology, log);
  const run = new Run(lab, network);
  try {
    await run.advance(RUN_IN);
    const { failures, stepsDone } = await performSteps(read.steps, run, log);
    const { file, title } = read;
    return { file, title, ok: failures.length === 0, emulated: run.elapsed, real: stopwatch(), stepsDone, failures };
  } finally {
    await run.close();
  }
}

async function performSteps(
  steps: readonly Step[],
  run: Run,
  log: MemoryLog,
): Promise<{ readonly failures: readonly Failure[]; readonly stepsDone: number }> {
  for (const [place, step] of steps.entries()) {
    const failures = [...(await performStep(step, run)), ...handlersFailed(step, log)];
    if (failures.length > 0) return { failures, stepsDone: place };
  }
  return { failures: [], stepsDone: steps.length };
}

async function performStep({ title, actions, expectation }: Step, run: Run): Promise<Failure[]> {
  for (const action of actions) {
    const mishap = await perform(action, run);
    if (mishap) return [{ step: title, at: action.at, entry: entryText(action.value), ...mishap }];
  }
  if (!expectation) return [];
  const mismatches = await waitFor(expectation, run);
  return mismatches.map(({ check, expected, seen }) => ({
    step: title,
    at: check.at,
    entry: entryText(check.value),
    expected,
    seen,
  }));
}

/** A handler of a peer that failed is a fault of the twin, whatever the surfaces show. */
function handlersFailed({ title, at }: Step, log: MemoryLog): Failure[] {
  return log.errors.splice(0).map(({ message, error }) => ({
    step: title,
    at,
    entry: title,
    expected: "the emulator works",
    seen: `${message}: ${error instanceof Error ? error.message : String(error)}`,
  }));
}

/** An entry on one line, as it may stand in a file. */
const entryText = (value: EntryValue): string =>
  stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: true }).trim();
