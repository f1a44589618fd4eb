import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { findScenarios } from "../../emulator/lab/scenario/find-scenarios.ts";
import { temporaryDirectory, xtwin, Xtwin } from "./xtwin.ts";

const scenarios = fileURLToPath(new URL("../../scenarios", import.meta.url));

/** For all of them, on a busy machine. */
const PATIENCE = 600_000;

it("every scenario comes out as it expects", { timeout: PATIENCE }, async () => {
  const report = join(temporaryDirectory(), "junit.xml");
  const process_ = new Xtwin(["run", scenarios, "--junit", report], { env: { TMPDIR: temporaryDirectory() } });
  const code = await process_.ended;
  const count = findScenarios(scenarios).length;
  // Its words tell which has failed, and how.
  expect({ code, stdout: process_.stdout, stderr: process_.stderr }).toEqual({
    code: 0,
    stdout: expect.stringMatching(
      new RegExp(`^(ok      .+\n){${count}}${count} scenarios: ${count} ok, 0 failed, in .+\n$`),
    ) as string,
    stderr: "",
  });
  expect(readFileSync(report, "utf8")).toContain(`<testsuites tests="${count}" failures="0"`);
});

function scenarioFile(steps: string): string {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, "scenario.yaml"), `title: One\ntopology: { peers: 1 }\nsteps: ${steps}\n`);
  return folder;
}

it("one that does not come out ends the program with 1, and JSON tells it to programs", async () => {
  const folder = scenarioFile("[{ expect: { all: [{ peer: all, alarm: 20019 }] } }]");
  const { code, stdout, stderr } = await xtwin(["run", folder, "--json", "--jobs", "1"]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    results: [{ title: "One", ok: false, emulated: 180_000, failures: [{ at: { line: 3 }, seen: "expe1: no alarm" }] }],
  });
});

it("whoever reads may have seen enough: the command ends, and says nothing of it", async () => {
  const through = ["sh", "-c", '"$@" | true', "sh"];
  const folder = scenarioFile("[{ do: [{ advance: 1s }] }]");
  const ended = await xtwin(["run", folder], { through });
  expect(ended).toMatchObject({ code: 0, stdout: "", stderr: "" });
});

it.each([
  [
    "a mistake in a file",
    () => [scenarioFile("[{ expcet: {} }]")],
    /^SCENARIO_INVALID: .+scenario\.yaml:3:11: "expcet" is not known/,
  ],
  ["a path that leads nowhere", () => ["/no/such/path"], /^SCENARIO_UNREADABLE: \/no\/such\/path/],
  ["no path", () => [], /missing required argument 'path'/],
  [
    "a report that cannot be written",
    () => [scenarioFile("[{ do: [{ advance: 1s }] }]"), "--junit", "/no/such/file"],
    /^OPTION_INVALID: --junit/,
  ],
  ["no jobs at all", () => ["x", "--jobs", "0"], /Allowed: 1 to 64/],
])("%s is told on standard error", async (_what, words, told) => {
  const { code, stderr } = await xtwin(["run", ...words()]);
  expect(code).toBe(1);
  expect(stderr).toMatch(told);
});
