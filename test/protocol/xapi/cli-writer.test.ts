import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quoteText, writeConfigurationItem, writeResult, writeStatus } from "../../../protocol/xapi/cli-writer.ts";
import { parseCommandLine } from "../../../protocol/xapi/command-line.ts";
import { elementTrees } from "./element-arbitrary.ts";

test("a status node with rows, quoted and bare values", () => {
  const lines = writeStatus([
    {
      name: "Zones",
      item: 1,
      children: [
        {
          name: "DefaultZone",
          item: 1,
          children: [{ name: "Name", item: 1, text: "DefaultZone", quoted: true }],
        },
        {
          name: "Zone",
          item: 3,
          indexed: true,
          children: [
            { name: "Status", item: 1, text: "Failed" },
            { name: "Cause", item: 1, quoted: true },
            { name: "Calls", item: 1 },
          ],
        },
      ],
    },
    { name: "Calls", item: 1, children: [] },
    { name: "Feedback", item: 2, indexed: true, children: [{ name: "Status", item: 1, text: "Off" }] },
  ]);
  expect(lines.join("\n")).toBe(`*s Zones:
     DefaultZone:
       Name: "DefaultZone"
     Zone 3:
       Status: Failed
       Cause: ""
       Calls: /
*s/end
*s Calls: /
*s/end
*s Feedback 2:
     Status: Off
*s/end`);
});

test("a result", () => {
  expect(writeResult("Error", [{ name: "Cause", item: 1, text: "3" }])).toEqual([
    "*r Result (status=Error):",
    "     Cause: 3",
    "*r/end",
  ]);
});

test("a configuration item", () => {
  expect(writeConfigurationItem("SystemUnit Name", "vcs-a", true)).toBe('*c xConfiguration SystemUnit Name: "vcs-a"');
  expect(writeConfigurationItem("H323 Mode", "On", false)).toBe("*c xConfiguration H323 Mode: On");
});

describe("texts in quotes", () => {
  test.each([
    ['say "hi"', String.raw`"say \"hi\""`],
    [String.raw`application/phonebook\+xml`, String.raw`"application/phonebook\+xml"`],
    ["a\\", String.raw`"a\\"`],
    ["two\r\nlines", '"two lines"'],
  ])("%j", (text, quoted) => expect(quoteText(text)).toBe(quoted));

  test("are taken back as they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/[\r\n]/.test(text));
        expect(parseCommandLine(`xConfiguration Name: ${quoteText(text)}`).args).toEqual([
          { name: "Name", value: text },
        ]);
      }),
    );
  });
});

test("every element of a tree gives one line without a line break", () => {
  fc.assert(
    fc.property(fc.array(elementTrees), (trees) => {
      for (const line of writeStatus(trees.map((tree) => ({ ...tree, quoted: true }))))
        expect(line).toMatch(/^(\*s| {5})/);
    }),
  );
});
