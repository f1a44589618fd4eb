import { basename, dirname } from "node:path";
import type { Milliseconds } from "../../world/duration.ts";
import type { Failure, ScenarioResult } from "./run-scenario.ts";

/** What XML 1.0 cannot carry (section 2.2). */
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]|\p{Cs}/gu;

/** The results as JUnit XML, as servers that run tests read it: a test case a scenario, its class name the folder above. */
export function junitXml(results: readonly ScenarioResult[], real: Milliseconds): string {
  const failed = results.filter(({ ok }) => !ok).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${results.length}" failures="${failed}" time="${shownSeconds(real)}">`,
    `  <testsuite name="scenarios" tests="${results.length}" failures="${failed}" time="${shownSeconds(real)}">`,
    ...results.map(testCase),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase({ file, title, real, failures }: ScenarioResult): string {
  const folder = basename(dirname(dirname(file)));
  const attributes = `classname="${escape(folder)}" name="${escape(title)}" file="${escape(file)}" time="${shownSeconds(real)}"`;
  const [first] = failures;
  if (!first) return `    <testcase ${attributes}/>`;
  const text = failures.map((failure) => describe(file, failure)).join("\n\n");
  const message = `${first.step}: ${first.entry}`;
  return `    <testcase ${attributes}>\n      <failure message="${escape(message)}">${escape(text)}</failure>\n    </testcase>`;
}

const describe = (file: string, { at, entry, expected, seen }: Failure): string =>
  `${file}:${at.line}:${at.column}: ${entry}\nexpected: ${expected}\nseen: ${seen}`;

const shownSeconds = (span: Milliseconds): string => (span / 1000).toFixed(3);

/** For texts and for values of attributes alike. */
function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(forbidden, "\uFFFD");
}
