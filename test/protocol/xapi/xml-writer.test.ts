import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Element } from "../../../protocol/xapi/element.ts";
import { readXml } from "../../../protocol/xapi/xml-reader.ts";
import { writeXml } from "../../../protocol/xapi/xml-writer.ts";
import { elementTrees } from "./element-arbitrary.ts";

const write = (...children: Element[]) =>
  writeXml({ name: "Status", product: "TANDBERG VCS", version: "X8.1", children });

const start = `<?xml version="1.0"?>
<Status xmlns="http://www.tandberg.no/XML/CUIL/1.0" product="TANDBERG VCS" version="X8.1">
`;

describe("the shape of a document", () => {
  test("two blanks a level, an item on every element, leaves on one line, empty ones short", () => {
    const document = write(
      { name: "Calls", item: 1 },
      {
        name: "Zones",
        item: 1,
        children: [{ name: "Zone", item: 7, children: [{ name: "Name", item: 1, text: "A & <B>", quoted: true }] }],
      },
    );
    expect(document).toBe(`${start}  <Calls item="1"/>
  <Zones item="1">
    <Zone item="7">
      <Name item="1">A &amp; &lt;B&gt;</Name>
    </Zone>
  </Zones>
</Status>
`);
  });

  test("a branch of the replicated database stays on its own line inside an indented node", () => {
    const dns: Element = {
      name: "DNS",
      item: 1,
      oneLine: true,
      children: [{ name: "Domain", item: 1, children: [{ name: "Name", item: 1, text: "" }] }],
    };
    expect(write({ name: "IP", item: 1, children: [dns] })).toBe(`${start}  <IP item="1">
    <DNS item="1"><Domain item="1"><Name item="1"/></Domain></DNS>
  </IP>
</Status>
`);
  });

  test("database nodes at the end share one line with the closing root tag", () => {
    const warnings: Element = {
      name: "Warnings",
      item: 1,
      oneLine: true,
      children: [{ name: "Warning", item: 41, children: [{ name: "State", item: 1, text: "Unacknowledged" }] }],
    };
    const document = write({ name: "Calls", item: 1 }, { name: "Fips", item: 1, oneLine: true }, warnings);
    expect(document).toBe(
      `${start}  <Calls item="1"/>
<Fips item="1"/><Warnings item="1"><Warning item="41"><State item="1">Unacknowledged</State></Warning></Warnings></Status>
`,
    );
  });

  test("attributes follow the item", () => {
    const status: Element = {
      name: "Status",
      item: 1,
      text: "On",
      attributes: { valueSpaceRef: "/ValueSpace/NO_ID[@item='1']" },
    };
    expect(write(status)).toContain(`  <Status item="1" valueSpaceRef="/ValueSpace/NO_ID[@item='1']">On</Status>\n`);
  });
});

/** What XML can carry of a tree: no flags of the CLI, characters outside XML 1.0 replaced. */
function carried({ name, item, text, children, attributes }: Element): Element {
  const replaced = (value: string) => value.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]|\p{Cs}/gu, "\uFFFD");
  return {
    name,
    item,
    ...(text === undefined ? {} : { text: replaced(text) }),
    ...(children === undefined ? {} : { children: children.map(carried) }),
    ...(attributes === undefined
      ? {}
      : { attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, replaced(value)])) }),
  };
}

test("what is written reads back as the same tree", () => {
  fc.assert(
    fc.property(fc.array(elementTrees, { minLength: 1, maxLength: 4 }), (trees) => {
      expect(readXml(write(...trees)).children).toEqual(trees.map(carried));
    }),
  );
});
