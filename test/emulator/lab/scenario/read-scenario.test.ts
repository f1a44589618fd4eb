import { describe, expect, it } from "vitest";
import { parseScenario, readScenario } from "../../../../emulator/lab/scenario/read-scenario.ts";

const GOOD = `
title: Two peers
guide: [G12.1]
topology: { peers: 2 }
steps:
  - title: Something is done
    why: Because
    do:
      - { peer: expe2, cli: "xConfiguration Bandwidth Default: 512" }
      - { advance: 2m }
    expect:
      within: 1h30m
      all:
        - { peer: all, noAlarms: true }
  - expect:
      all:
        - { peer: [expe1, expe2], state: { expe1: Active, "\${nobody}": Failed } }
`;

function refusal(text: string): unknown {
  try {
    return parseScenario(text, "scenario.yaml");
  } catch (error) {
    return error;
  }
}

describe("a scenario file", () => {
  it("becomes steps, each entry with its kind and its place", () => {
    const { title, guide, steps } = parseScenario(GOOD, "scenario.yaml");
    expect([title, guide]).toEqual(["Two peers", ["G12.1"]]);
    expect(steps.map((step) => [step.title, step.why])).toEqual([
      ["Something is done", "Because"],
      ["step 2", undefined],
    ]);
    const [first, second] = steps;
    expect(first?.actions.map(({ kind, at }) => [kind.key, at])).toEqual([
      ["cli", { line: 9, column: 9 }],
      ["advance", { line: 10, column: 9 }],
    ]);
    expect(first?.expectation).toMatchObject({ within: 5_400_000, all: [{ at: { line: 14, column: 11 } }] });
    expect(second?.expectation).toMatchObject({ within: 0, all: [{ kind: { key: "state" } }] });
  });

  it.each([
    ["an unknown member", ["title: Two", "titel: Two"], "2:1", ["titel", "title, guide, topology, steps"]],
    ["an unknown action", ["cli:", "clu:"], "9:9", ["peer, clu", "cli, root, page"]],
    ["an unknown check", ["noAlarms: true", "noAlrms: true"], "14:11", ["noAlrms", "alarm, noAlarm, noAlarms"]],
    ["a member of another action", ["cli:", "fill: {}, cli:"], "9:24", ["fill", "peer, cli, returns, fails"]],
    ["a value of the wrong kind", ["noAlarms: true", "alarm: many"], "14:31", ['"many"', "number of an alarm"]],
    ["a span that is none", ["1h30m", "soon"], "12:15", ['"soon"', "1h30m"]],
    ["a span to stay so that is none", ["noAlarms: true", "noAlarms: true, for: ever"], "14:45", ['"ever"', "1h30m"]],
    ["no span to stay so", ["noAlarms: true", "noAlarms: true, for: 0s"], "14:45", ['"0s"', "More than 0"]],
    ["a log line that is to stay", ["noAlarms: true", "log: x, for: 1m"], "14:32", ["for", "peer, log"]],
    ["a span of an action that is none", ["2m", "2 minutes"], "10:20", ['"2 minutes"', "125s"]],
    ["a peer that is not there", ["peer: expe2", "peer: expe3"], "9:17", ['"expe3"', "expe1, expe2, or all"]],
    ["one in a list", ["[expe1, expe2]", "[expe1, expe9]"], "17:19", ['"expe9"']],
    [
      "a name that stands for nothing",
      ["512", "${expe7}"],
      "9:29",
      ["${expe7}", "${expe1}, ${expe2}, ${surroundings}"],
    ],
    ["one as a key", ["${nobody}", "${noone}"], "17:59", ["${noone}"]],
    ["an alarm that does not exist", ["noAlarms: true", "alarm: 99999"], "14:31", ["99999 is no alarm"]],
    ["what the doctor never finds", ["peer: all, noAlarms: true", "finds: G2"], "14:20", ['"G2"', "G2.4, nor nothing"]],
    ["the state of nobody", ["expe1: Active", "expe8: Active"], "17:44", ['"expe8"', "expe1, expe2"]],
    ["half a regular expression", ['512"', '512", fails: "/(/"'], "9:77", ["Invalid regular expression"]],
    ["an id of no guide", ["G12.1", "12.1"], "3:9", ["12.1"]],
    ["blank peers that are not there", ["peers: 2", "peers: 2, blank: expe3"], "4:30", ['"expe3"', "expe1, expe2"]],
    ["too many peers for a cluster", ["peers: 2", "peers: 7"], "4:11", ["at most 6"]],
    ["no steps", [GOOD.slice(GOOD.indexOf("steps:")), ""], "2:1", ["steps is missing"]],
    ["what is not YAML", ["peers: 2 }", "peers: 2"], "5:1", []],
  ])("with %s is refused with file, line, column and what is allowed", (_what, [from = "", to = ""], where, words) => {
    const error = refusal(GOOD.replace(from, () => to));
    expect(error).toMatchObject({ code: "SCENARIO_INVALID" });
    const { message } = error as Error;
    expect(message.split(": ")[0]).toBe(`scenario.yaml:${where}`);
    for (const word of words) expect(message).toContain(word);
  });

  it("takes peers in a list, and their mistakes are told as those of a topology", () => {
    const peers = (second: string): string =>
      GOOD.replace("peers: 2", `peers: [{ name: expe1 }, { name: expe2, ${second} }]`);
    expect(parseScenario(peers("version: X8.1.1"), "s").topology.peers).toHaveLength(2);
    expect(refusal(peers("configuration: { Bandwidth Default: 5 }"))).toMatchObject({
      code: "SCENARIO_INVALID",
      message: expect.stringMatching(/^scenario\.yaml:4:89: .*64 to 65535/) as string,
    });
    expect(refusal(peers("platform: huge"))).toMatchObject({
      message: expect.stringContaining("small, medium, large") as string,
    });
  });

  it("that is not there is named", () => {
    expect(() => readScenario("/no/such/scenario.yaml")).toThrow(
      expect.objectContaining({ code: "SCENARIO_UNREADABLE", message: expect.stringContaining("/no/such") as string }),
    );
  });
});
