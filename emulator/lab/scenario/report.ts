import type { Milliseconds } from "../../world/duration.ts";
import type { ScenarioResult } from "./run-scenario.ts";
import { shownSpan } from "./shown-span.ts";

const INDENT = " ".repeat(8);

/** One line for a scenario, and for each thing that was not as expected where, what, and what was seen instead. */
export function describeResult({ file, title, ok, emulated, real, failures }: ScenarioResult): string {
  const [first] = failures;
  const lines = [`${ok ? "ok    " : "FAILED"}  ${title}  (${shownSpan(emulated)} of the lab in ${shownSeconds(real)})`];
  if (first) lines.push(`${INDENT}${first.step}`);
  for (const { at, entry, expected, seen } of failures) {
    lines.push(`${INDENT}${file}:${at.line}:${at.column}: ${entry}`);
    lines.push(`${INDENT}  expected: ${expected}`, `${INDENT}  seen: ${seen.replaceAll("\n", `\n${INDENT}    `)}`);
  }
  return `${lines.join("\n")}\n`;
}

/** The last line. */
export function describeAll(results: readonly ScenarioResult[], real: Milliseconds): string {
  const failed = results.filter(({ ok }) => !ok).length;
  const scenarios = results.length === 1 ? "1 scenario" : `${results.length} scenarios`;
  return `${scenarios}: ${results.length - failed} ok, ${failed} failed, in ${shownSeconds(real)}\n`;
}

const shownSeconds = (span: Milliseconds): string => `${(span / 1000).toFixed(1)} s`;
