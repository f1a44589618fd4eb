import { expect, it } from "vitest";
import { LONGEST } from "../longest-first.ts";
import { textFiles } from "./files.ts";

it("the files of tests that begin first are there", () => {
  const files = textFiles("test").map(({ path }) => path);
  expect(LONGEST.filter((name) => !files.some((file) => file.endsWith(name)))).toEqual([]);
});
