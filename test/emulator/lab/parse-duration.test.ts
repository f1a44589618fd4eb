import { expect, it } from "vitest";
import { parseDuration } from "../../../emulator/lab/control/parse-duration.ts";

it.each([
  ["125s", 125_000],
  ["2m", 120_000],
  ["1h30m", 5_400_000],
  ["14d", 1_209_600_000],
  ["2w", 1_209_600_000],
  ["500ms", 500],
  ["1.5s", 1500],
])("reads %s", (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

it.each(["", "5", "five minutes", "2m!", "-3s", "s"])("refuses %j and shows how it is written", (text) => {
  expect(() => parseDuration(text)).toThrow(
    expect.objectContaining({ code: "OPTION_INVALID", message: expect.stringContaining("125s") }),
  );
});
