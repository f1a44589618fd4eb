import { expect, test } from "vitest";
import { commands } from "../../../emulator/model/commands/index.ts";
import { checkValue } from "../../../emulator/peer/configuration/value-space.ts";

test("names and aliases are there once, names in alphabetical order", () => {
  const names = commands.flatMap(({ name, aliases = [] }) => [name, ...aliases]).map((name) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  const sorted = commands.map(({ name }) => name.toLowerCase());
  expect(sorted).toEqual(sorted.toSorted());
});

test("the guide's spelling of DefaultValuesSet is taken", () => {
  expect(commands.find(({ name }) => name === "DefaultValuesSet")?.aliases).toEqual(["DefaultValueSet"]);
});

test("arguments are there once", () => {
  for (const { parameters } of commands) {
    const names = parameters.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.join("")).toMatch(/^[A-Za-z0-9]*$/);
  }
});

test("defaults of arguments are allowed", () => {
  const withDefault = commands.flatMap(({ parameters }) =>
    parameters.flatMap(({ values, default: value }) => (value === undefined ? [] : [{ values, value }])),
  );
  expect(withDefault.map(({ values, value }) => checkValue(values, value))).toEqual(
    withDefault.map(({ value }) => ({ ok: true, value })),
  );
});

test("every command and argument is described in a sentence", () => {
  const described = commands.flatMap((command) => [command, ...command.parameters]);
  expect(described.filter(({ description }) => !/^[A-Z0-9].*\.$/.test(description))).toEqual([]);
});
