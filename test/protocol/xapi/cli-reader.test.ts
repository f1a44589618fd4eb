import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readConfiguration, readStatus } from "../../../protocol/xapi/cli-reader.ts";
import { writeConfigurationItem, writeStatus } from "../../../protocol/xapi/cli-writer.ts";
import type { Element } from "../../../protocol/xapi/element.ts";

test("values are found by the words that lead to them", () => {
  const lines = [
    "*s Alternates:",
    "     Peer 1:",
    '       Address: "192.0.2.1"',
    "       Status: Active",
    "     Peer 2:",
    "       Cause: /",
    "*s/end",
    "*s Calls: /",
    "*s/end",
    "",
    "OK",
  ];
  expect(readStatus(lines)).toEqual([
    { path: "Alternates Peer 1 Address", value: "192.0.2.1" },
    { path: "Alternates Peer 1 Status", value: "Active" },
    { path: "Alternates Peer 2 Cause", value: undefined },
    { path: "Calls", value: undefined },
  ]);
});

test("the lines around an answer are no values", () => {
  expect(readConfiguration(["*c xConfiguration H323 Mode: On", "", "OK"])).toEqual([
    { path: "H323 Mode", value: "On" },
  ]);
  expect(readConfiguration(['No item "x: y"', "", "ERROR"])).toEqual([]);
});

test("a value may hold the line separators of Unicode", () => {
  const text = "a\u2028b\u2029c";
  expect(readConfiguration([writeConfigurationItem("SystemUnit Name", text, true)])).toEqual([
    { path: "SystemUnit Name", value: text },
  ]);
  const shown = { name: "Name", item: 1, text, quoted: true };
  expect(readStatus(writeStatus([{ name: "SystemUnit", item: 1, children: [shown] }]))).toEqual([
    { path: "SystemUnit Name", value: text },
  ]);
});

const name = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,9}$/);
/** The writer draws line ends together, for a value is on one line. */
const value = fc.string({ unit: "binary" }).filter((text) => !/[\r\n]/.test(text));
const leaf = fc.record({ name, item: fc.constant(1), text: value, quoted: fc.constant(true) });

function leavesOf(element: Element, above: string): { path: string; value: string }[] {
  const path = `${above}${element.name}${element.indexed ? ` ${element.item}` : ""}`;
  const below = element.children?.flatMap((child) => leavesOf(child, `${path} `));
  return below ?? [{ path, value: element.text ?? "" }];
}

test("what the writer writes comes back", () => {
  const branch = (children: fc.Arbitrary<Element>): fc.Arbitrary<Element> =>
    fc.record({
      name,
      item: fc.integer({ min: 1, max: 200 }),
      indexed: fc.boolean(),
      children: fc.array(children, { minLength: 1, maxLength: 4 }),
    });
  fc.assert(
    fc.property(fc.array(branch(fc.oneof(leaf, branch(leaf))), { maxLength: 3 }), (nodes) => {
      expect(readStatus(writeStatus(nodes))).toEqual(nodes.flatMap((node) => leavesOf(node, "")));
    }),
  );
  fc.assert(
    fc.property(value, (text) => {
      const line = writeConfigurationItem("SystemUnit Name", text, true);
      expect(readConfiguration([line])).toEqual([{ path: "SystemUnit Name", value: text }]);
    }),
  );
});
