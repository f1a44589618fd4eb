import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findScenarios } from "../../../../emulator/lab/scenario/find-scenarios.ts";
import { parseDuration } from "../../../../emulator/lab/control/parse-duration.ts";
import { readScenario } from "../../../../emulator/lab/scenario/read-scenario.ts";
import { alarms } from "../../../../emulator/model/alarms/index.ts";
import { clusterAlarms } from "../../../../emulator/model/alarms/cluster.ts";
import { licensingAlarms } from "../../../../emulator/model/alarms/licensing.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { guideBehaviours } from "../../../../scripts/docs/guide-behaviours.ts";

/** Alarms that nothing brings about here: no relays in use, later releases. */
const withoutScenario: ReadonlySet<number> = new Set([20008, 20021, 30005, 30007, 30021, 30024]);

/** Guide, "Adding an Expressway": "wait approximately 2 minutes – this is the frequency with which configuration is copied". */
const COPY_INTERVAL = minutes(2);

const root = fileURLToPath(new URL("../../../../scenarios", import.meta.url));
const files = findScenarios(root).map((file) => relative(root, file));

describe.each(files)("%s", (file) => {
  const folder = dirname(join(root, file));

  it("reads, names behaviours of the guide, and says what each step is", () => {
    const { guide, steps } = readScenario(join(root, file));
    const known: readonly string[] = guideBehaviours.map(({ id }) => id);
    expect(guide.filter((id) => !known.includes(id))).toEqual([]);
    expect(steps.map(({ title }) => title).filter((title) => /^step \d+$/.test(title))).toEqual([]);
  });

  it("has a page that tells what it teaches", () => {
    const page = join(folder, "README.md");
    expect(existsSync(page), `${page} is missing`).toBe(true);
    expect(readFileSync(page, "utf8")).toMatch(/^# .+\n\n\S/);
  });

  it("that ends without alarms ends so for two copies", () => {
    const last = readScenario(join(root, file)).steps.at(-1)?.expectation?.all ?? [];
    const quiet = last.filter(({ kind }) => ["noAlarm", "noAlarms"].includes(kind.key));
    for (const { value } of quiet) expect(parseDuration(String(value["for"]))).toBeGreaterThan(2 * COPY_INTERVAL);
  });

  it("in alarms/ is called after an alarm that it shows", () => {
    if (!file.startsWith("alarms/")) return;
    const id = Number(basename(folder).slice(0, 5));
    expect(alarms.some((alarm) => alarm.id === id)).toBe(true);
    const checked = readScenario(join(root, file)).steps.flatMap(({ expectation }) => expectation?.all ?? []);
    expect(checked.some(({ value }) => [value["alarm"]].flat().includes(id))).toBe(true);
  });
});

it("the alarms of clusters and licenses each have a scenario in which they stand", () => {
  const shown = new Set(
    files
      .flatMap((file) => readScenario(join(root, file)).steps)
      .flatMap(({ expectation }) => expectation?.all ?? [])
      .flatMap(({ value }) => [value["alarm"]].flat()),
  );
  const ids = [...clusterAlarms, ...licensingAlarms].map(({ id }) => id);
  expect(ids.filter((id) => !shown.has(id) && !withoutScenario.has(id))).toEqual([]);
});

it("a path may be a file, a folder, or a tree; one without scenarios is refused", () => {
  const [first = ""] = files;
  expect(findScenarios(join(root, first))).toEqual([join(root, first)]);
  expect(findScenarios(dirname(join(root, first)))).toEqual([join(root, first)]);
  for (const path of [join(root, "nowhere"), dirname(fileURLToPath(import.meta.url))])
    expect(() => findScenarios(path)).toThrow(expect.objectContaining({ code: "SCENARIO_UNREADABLE" }));
});
