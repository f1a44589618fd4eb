import { expect, it } from "vitest";
import { simulatedDevice } from "../emulator/surfaces/documents/simulated-device.ts";
import { provocations } from "./citations.ts";
import { textFiles } from "./files.ts";

it("every alarm that some part has a condition for is provoked by a test or scenario that names it", async () => {
  const { device, powerOff } = await simulatedDevice();
  const conditioned = device.alarms.all().filter(({ type }) => device.alarms.mayStand(type.uuid));
  await powerOff();
  const tests = textFiles("test").filter(({ path }) => /\.test\.tsx?$/.test(path));
  const scenarios = textFiles("scenarios").filter(({ path }) => path.endsWith("/scenario.yaml"));
  const named = provocations([...tests, ...scenarios]);
  const ids = new Set(conditioned.map(({ type }) => type.id));
  expect(ids.size).toBeGreaterThan(50);
  expect([...ids].filter((id) => !new RegExp(`\\b${id}\\b`).test(named))).toEqual([]);
});

it("titles, tables of tests and what a scenario expects count; other numbers of a file do not", () => {
  const test = [
    'const unrelated = 11111; it("raises 22222", () => expect(33333).toBe(33333));',
    "describe(`44444 and ${unrelated}`, () => {});",
    'it.each([[55555, "x"]])("alarm %i", (id) => expect(id).toBe(66666));',
  ].join("\n");
  const scenario =
    "title: 77777\nsteps:\n  - expect: { all: [{ peer: a, alarm: [20004, 20005] }, { peer: b, raised: 20006 }] }\n";
  const named = provocations([
    { path: "a.test.ts", text: test },
    { path: "scenario.yaml", text: scenario },
  ]);
  expect([...named.matchAll(/\d{5}/g)].map(([id]) => id).toSorted()).toEqual([
    "20004",
    "20005",
    "20006",
    "22222",
    "44444",
    "55555",
  ]);
});
