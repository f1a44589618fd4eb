import { runScenario, type ScenarioResult } from "./run-scenario.ts";
import type { Scenario } from "./scenario.ts";

export interface RunScenariosOptions {
  /** How many are performed at the same time. */
  readonly jobs: number;
  /** Told as each ends. */
  readonly onResult: (result: ScenarioResult) => void;
}

/** Performs several scenarios, each on a lab of its own. The results come in the order of the scenarios. */
export async function runScenarios(
  scenarios: readonly Scenario[],
  { jobs, onResult }: RunScenariosOptions,
): Promise<readonly ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  const waiting = scenarios.entries();
  const work = async (): Promise<void> => {
    // One iterator for all: each takes the next that nobody has.
    for (const [place, scenario] of waiting) {
      const result = await runScenario(scenario);
      results[place] = result;
      onResult(result);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return results;
}
