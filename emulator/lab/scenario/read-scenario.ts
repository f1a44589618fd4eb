import { parseDuration } from "../control/parse-duration.ts";
import type { Path } from "../yaml/shape.ts";
import { YamlFile } from "../yaml/yaml-file.ts";
import { doTable } from "./do/do-table.ts";
import { expectTable } from "./expect/expect-table.ts";
import { entryMistake } from "./entry-mistake.ts";
import type { EntryValue, Row } from "./kinds.ts";
import type { Entry, Scenario, Step } from "./scenario.ts";
import { checkScenarioTopology, peerNames } from "./scenario-topology.ts";
import { outlineSchema, type OutlineStep } from "./schema.ts";

const errors = { unreadable: "SCENARIO_UNREADABLE", invalid: "SCENARIO_INVALID" } as const;

/**
 * Reads a scenario file.
 * @throws EmulatorError SCENARIO_UNREADABLE, or SCENARIO_INVALID naming file, line, column, what is seen and what is allowed
 */
export function readScenario(file: string): Scenario {
  return scenarioOf(YamlFile.read(file, errors));
}

/** The same for a text; `file` is only named in errors and results. */
export function parseScenario(text: string, file: string): Scenario {
  return scenarioOf(new YamlFile(text, file, errors));
}

function scenarioOf(yaml: YamlFile): Scenario {
  const { title, guide = [], topology, steps } = yaml.checked(outlineSchema);
  checkScenarioTopology(topology, (path, reason, atKey) => yaml.failAt(["topology", ...path], reason, atKey));
  const peers = peerNames(topology);
  return {
    file: yaml.file,
    title,
    guide,
    topology,
    steps: steps.map((step, place) => stepOf(yaml, step, place, peers)),
  };
}

function stepOf(yaml: YamlFile, step: OutlineStep, place: number, peers: readonly string[]): Step {
  const { title = `step ${place + 1}`, why, hint, do: actions = [], expect } = step;
  const path = ["steps", place];
  return {
    at: yaml.position(path),
    title,
    ...(why !== undefined && { why }),
    ...(hint !== undefined && { hint }),
    actions: actions.map((value, index) => entryOf(yaml, [...path, "do", index], doTable, value, peers)),
    ...(expect && {
      expectation: {
        within: expect.within === undefined ? 0 : parseDuration(expect.within),
        span: expect.within,
        all: expect.all.map((value, index) =>
          entryOf(yaml, [...path, "expect", "all", index], expectTable, value, peers),
        ),
      },
    }),
  };
}

/** An entry with its kind, held against the schema of that kind and against what the lab has. */
function entryOf<Kind extends Row>(
  yaml: YamlFile,
  path: Path,
  table: readonly Kind[],
  value: EntryValue,
  peers: readonly string[],
): Entry<Kind> {
  const kind = kindOf(table, value);
  if (!kind) {
    const known = table.map(({ key }) => key).join(", ");
    return yaml.failAt(
      path,
      `none of ${Object.keys(value).join(", ") || "nothing"} tells what is meant; one of: ${known}`,
    );
  }
  yaml.checked(kind.schema, path);
  const mistake = entryMistake(kind, value, peers);
  if (mistake) yaml.failAt([...path, ...mistake.path], mistake.reason, mistake.atKey);
  return { at: yaml.position(path), kind, value };
}

/** The kind whose own member an entry has, or else one of those that do as well. */
function kindOf<Kind extends Row>(table: readonly Kind[], value: EntryValue): Kind | undefined {
  const has = (key: string): boolean => Object.hasOwn(value, key);
  return table.find(({ key }) => has(key)) ?? table.find(({ keys }) => keys.some(has));
}
