import { expect, it } from "vitest";
import { guideBehaviours } from "../../scripts/docs/guide-behaviours.ts";
import { shown } from "./citations.ts";
import { textFiles } from "./files.ts";

it("every behaviour of the guide is shown by a test or a scenario that says so", () => {
  const files = [...textFiles("scenarios"), ...textFiles("test")];
  const subjects = files.filter(({ path }) => /\.test\.tsx?$|\/scenario\.yaml$/.test(path)).map(shown);
  const ids = new Set(subjects.flatMap((text) => [...text.matchAll(/\bG\d+\.\d+/g)].map(([id]) => id)));
  expect(guideBehaviours.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
});

it("a test shows what its titles say, and nothing that stands beside", () => {
  const text = [
    "// G1.1",
    'const id = "G1.2";',
    'describe("G1.3: licenses", () => { it.each([["G1.4"]])("%s", (id) => expect(id).toBe("G1.5")); });',
  ].join("\n");
  expect([...shown({ path: "a.test.ts", text }).matchAll(/G\d\.\d/g)].map(([id]) => id)).toEqual(["G1.3", "G1.4"]);
});

it("a scenario shows the behaviours that it names and what its titles say, not what it makes the doctor find", () => {
  const text =
    "# G1.1\ntitle: G1.2\nguide: [G1.3]\nsteps:\n  - title: G1.4\n    expect: { all: [{ finds: [G1.5] }] }\n";
  expect([...shown({ path: "scenario.yaml", text }).matchAll(/G\d\.\d/g)].map(([id]) => id)).toEqual([
    "G1.2",
    "G1.3",
    "G1.4",
  ]);
});
