import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { basicPattern } from "../../../../../emulator/surfaces/shell/root/basic-pattern.ts";
import { parsePipeLine } from "../../../../../emulator/surfaces/shell/root/command-line.ts";
import { readOptions } from "../../../../../emulator/surfaces/shell/root/options.ts";

describe("a line", () => {
  test.each([
    ["a  b\tc", [["a", "b", "c"]]],
    [`a'b c'"d e"f\\ g ''`, [["ab cd ef g", ""]]],
    [`"a \\" \\$b" '$(c)'`, [['a " $b', "$(c)"]]],
    ["a|b | c", [["a"], ["b"], ["c"]]],
    ["a#b # c | d", [["a#b"]]],
    ['$ a$ "$" "\\$"', [["$", "a$", "$", "$"]]],
    ["", [[]]],
  ])("%s", (line, stages) => expect(parsePipeLine(line)).toEqual({ kind: "pipe", stages }));

  test("gives back every word that is quoted", () => {
    const quoted = (word: string): string => `'${word.replaceAll("'", `'"'"'`)}'`;
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }), (words) => {
        expect(parsePipeLine(words.map(quoted).join(" "))).toEqual({ kind: "pipe", stages: [words] });
      }),
    );
  });

  test("is read or refused, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (line) => {
        expect(["pipe", "mistake", "unimplemented"]).toContain(parsePipeLine(line).kind);
      }),
    );
  });
});

describe("options", () => {
  test("stand together, with their value or before it", () => {
    expect(readOptions(["-ln5", "x", "-n", "6", "--", "-l"], "ln:")).toEqual({
      ok: true,
      flags: new Set(["l"]),
      values: new Map([["n", "6"]]),
      operands: ["x", "-l"],
    });
    expect(readOptions(["-:"], "n:")).toEqual({ ok: false, reason: "invalid option -- ':'" });
  });
});

describe("a basic pattern", () => {
  const matches = (pattern: string, text: string, how: { fixed?: boolean; anyCase?: boolean } = {}): boolean => {
    const read = basicPattern(pattern, { fixed: false, anyCase: false, ...how });
    if (!read.ok) throw new Error(read.reason);
    return read.expression.test(text);
  };

  test.each([
    ["a.c", "xabcx", true],
    ["a\\.c", "abc", false],
    ["^b", "ab", false],
    ["a^b$c", "a^b$c", true],
    ["*a", "*a", true],
    ["ab*c", "ac", true],
    ["a**", "", true],
    ["[^]a]", "]a", false],
    ["[]a]", "]", true],
    ["[a\\]", "\\", true],
    ["a+(b)|{1}?", "a+(b)|{1}?", true],
    ["[0-9][0-9]:", "at 10:00", true],
  ])("%s on %s: %s", (pattern, text, expected) => expect(matches(pattern, text)).toBe(expected));

  test("says what it does not read", () => {
    expect(basicPattern("\\(a\\)", { fixed: false, anyCase: false })).toEqual({
      ok: false,
      reason: "not implemented by the emulator: \\( in a pattern",
    });
  });

  test("as fixed text finds exactly itself", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pattern, text) => {
        expect(matches(pattern, text, { fixed: true })).toBe(text.includes(pattern));
      }),
    );
  });

  test("is read or refused, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (pattern) => {
        expect(basicPattern(pattern, { fixed: false, anyCase: true }).ok).toBeTypeOf("boolean");
      }),
    );
  });

  test("match what JavaScript matches, with stars and anchors", () => {
    const pattern = fc.stringMatching(/^\^?([ab.]\*?){0,6}\$?$/);
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[abc]{0,12}$/), (text, line) => {
        const read = basicPattern(text, { fixed: false, anyCase: false });
        expect(read.ok && read.expression.test(line)).toBe(new RegExp(text, "u").test(line));
      }),
    );
  });

  test("go through a line once, however many stars there are", () => {
    // An expression that goes back and tries again would take years.
    const read = basicPattern(`${"a*".repeat(40)}b`, { fixed: false, anyCase: false });
    expect(read.ok && read.expression.test("a".repeat(5000))).toBe(false);
  });
});
