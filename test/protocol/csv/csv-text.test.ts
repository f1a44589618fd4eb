import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvText } from "../../../protocol/csv/csv-text.ts";

/** A reader of RFC 4180 that knows nothing of the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe("comma-separated values", () => {
  test("quote what has a comma, a quote or a line end", () => {
    expect(
      csvText([
        ["Purpose", "Port"],
        ['a "b", c', "1-2"],
      ]),
    ).toBe('Purpose,Port\r\n"a ""b"", c",1-2\r\n');
  });

  test("come back as they were written", () => {
    const text = fc.string().filter((field) => !/^[=+\-@\t\r]/.test(field));
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1 })), (rows) => {
        expect(readCsv(csvText(rows))).toEqual(rows);
      }),
    );
  });

  test("are no formulas", () => {
    expect(csvText([["=1+1", "-x", "@a", "+b", "a=b"]])).toBe("'=1+1,'-x,'@a,'+b,a=b\r\n");
  });
});
