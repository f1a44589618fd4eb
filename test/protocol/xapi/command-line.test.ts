import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attempt } from "../attempt.ts";
import { CommandLineError, parseCommandLine } from "../../../protocol/xapi/command-line.ts";
import { runs } from "../../runs.ts";

describe("a line", () => {
  test.each([
    ["", { words: [], args: [] }],
    ["xstatus // license", { words: ["xstatus", "//", "license"], args: [] }],
    ['xConfiguration A B C: "x y"', { words: ["xConfiguration", "A", "B"], args: [{ name: "C", value: "x y" }] }],
    [
      "xcommand DefaultValueSet Level: 2",
      { words: ["xcommand", "DefaultValueSet"], args: [{ name: "Level", value: "2" }] },
    ],
    [
      'xCommand Foo Name: "x" Type: Neighbor Expression.1: "y"',
      {
        words: ["xCommand", "Foo"],
        args: [
          { name: "Name", value: "x" },
          { name: "Type", value: "Neighbor" },
          { name: "Expression.1", value: "y" },
        ],
      },
    ],
    ["xConfiguration SystemUnit Name ?", { words: ["xConfiguration", "SystemUnit", "Name"], args: [], help: "?" }],
    ["xConfiguration SystemUnit Name: ?", { words: ["xConfiguration", "SystemUnit", "Name"], args: [], help: "?" }],
    ["xCommand ??", { words: ["xCommand"], args: [], help: "??" }],
    ["?", { words: [], args: [], help: "?" }],
    ['xconf H323 CallTimeToLive "7200"', { words: ["xconf", "H323", "CallTimeToLive"], args: [], value: "7200" }],
    [
      'xc Name:"x"  Port:5060',
      {
        words: ["xc"],
        args: [
          { name: "Name", value: "x" },
          { name: "Port", value: "5060" },
        ],
      },
    ],
    ["xc Address: 2001:db8::1", { words: ["xc"], args: [{ name: "Address", value: "2001:db8::1" }] }],
    ['xc Name: ""', { words: ["xc"], args: [{ name: "Name", value: "" }] }],
    [
      `xconf DNS/Server[@item="2"]/Address: ::1`,
      { words: ["xconf"], args: [{ name: `DNS/Server[@item="2"]/Address`, value: "::1" }] },
    ],
    [String.raw`xc Pattern: "a\"b\\c\+d"`, { words: ["xc"], args: [{ name: "Pattern", value: String.raw`a"b\c\+d` }] }],
  ])("%s", (line, parsed) => expect(parseCommandLine(line)).toEqual(parsed));
});

describe("refused", () => {
  test.each([
    ['xc Name: "x', "a quote is not closed"],
    ["xc Name:", 'a value is missing after "Name:"'],
    ["xc Name: Type: x", '"x" after a value: put a text with blanks in double quotes'],
    ["xc Name: two words", '"words" after a value: put a text with blanks in double quotes'],
    ['xc Name: x "y"', '"y" has no name before it'],
    ["xc : x", "a colon without a name before it"],
    ['xc "a" b', '"b" after the value'],
    ["xc ? more", '"more" after the question mark'],
    ['xc Name: "a"b', "a blank is missing after a quote"],
    ['xc Na"me"', 'a quote within "Na"'],
  ])("%s", (line, reason) => {
    expect(() => parseCommandLine(line)).toThrow(new CommandLineError(reason));
  });
});

test("no line makes it fail but with its own error", () => {
  const pieces = fc.constantFrom("xc", "Name:", '"', '"a b"', "\\", "?", "??", ":", " ", "[", "]", "//", "\t");
  const lines = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(lines, (line) => {
      const outcome = attempt(() => parseCommandLine(line));
      return !(outcome instanceof Error) || outcome instanceof CommandLineError;
    }),
    runs(500),
  );
});
