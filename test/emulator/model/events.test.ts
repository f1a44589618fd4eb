import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { eventTypes, type EventType } from "../../../emulator/model/logs/events.ts";

const EMULATOR = new URL("../../../emulator/", import.meta.url);

const sources = readdirSync(fileURLToPath(EMULATOR), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && path !== "model/logs/events.ts")
  .map((path) => readFileSync(new URL(path, EMULATOR), "utf8"))
  .join("\n");

test.each(eventTypes.map((type): [string, EventType] => [type.name, type]))(
  "%s is written somewhere, or said to be unwritten",
  (name, { unwritten = false }) => {
    expect(sources.includes(`"${name}"`)).toBe(!unwritten);
  },
);

test("no name is there twice, and they are in order", () => {
  const names = eventTypes.map(({ name }) => name.toLowerCase());
  expect(names).toEqual([...new Set(names)].toSorted());
});
