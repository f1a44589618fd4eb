import { expect, it } from "vitest";
import { productSources } from "./files.ts";
import { measure } from "./sizes.ts";
import { report } from "./syntax.ts";

const limit = 350;

it(`no file has more than ${limit} lines`, () => {
  const sources = productSources();
  const { tooLong, median, longest } = measure(sources, limit);
  process.stdout.write(`${sources.length} source files; without tables: median ${median} lines, longest ${longest}\n`);
  expect(report(tooLong)).toEqual([]);
});

it("the measure counts lines, leaves tables out and takes the lower middle", () => {
  const file = (path: string, lines: number): { path: string; text: string } => ({ path, text: "x\n".repeat(lines) });
  const sizes = measure([file("emulator/a.ts", 3), file("protocol/b.ts", 11), file("emulator/model/c.ts", 99)], 10);
  expect(sizes).toEqual({
    tooLong: [{ where: "protocol/b.ts:11", what: "has 11 lines, more than 10" }],
    median: 3,
    longest: 11,
  });
  expect(measure([], 10).median).toBe(0);
});
