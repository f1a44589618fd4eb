import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attempt } from "../attempt.ts";
import { readXml, XmlError } from "../../../protocol/xapi/xml-reader.ts";
import { runs } from "../../runs.ts";

function refusal(text: string): XmlError {
  const outcome = attempt(() => readXml(text));
  if (outcome instanceof XmlError) return outcome;
  throw new Error("the document was taken");
}

test("reads what clients post, items left out", () => {
  const document = `<?xml version="1.0"?>
    <Configuration><SystemUnit><Name>a &amp; b</Name></SystemUnit><Peer item="2"><![CDATA[<x>]]></Peer></Configuration>`;
  expect(readXml(document)).toEqual({
    name: "Configuration",
    item: 1,
    children: [
      { name: "SystemUnit", item: 1, children: [{ name: "Name", item: 1, text: "a & b" }] },
      { name: "Peer", item: 2, text: "<x>" },
    ],
  });
});

describe("refuses", () => {
  test.each([
    ["an entity declaration", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "a DOCTYPE is not allowed"],
    ["an unknown entity", "<a>&b;</a>", "undefined entity"],
    ["an unclosed element", "<a><b></a>", "unexpected close tag"],
    ["nothing", "", "root element"],
    ["two roots", "<a/><b/>", "documents may contain only one root"],
    ["text beside elements", "<a>x<b/></a>", "a holds text beside elements"],
    ["text behind elements", "<a><b/>x</a>", "a holds text beside elements"],
    ["an item that is no number", '<a item="x"/>', 'item="x" of a is not a whole number'],
    ["a depth over 32", "<a>".repeat(33), "the document is more than 32 levels deep"],
    ["more than 20,000 elements", `<a>${"<b/>".repeat(20_000)}</a>`, "the document has more than 20000 elements"],
    ["a long document", " ".repeat(1_000_001), "the document is longer than 1000000 characters"],
  ])("%s", (_what, text, reason) => {
    expect(refusal(text).reason).toContain(reason);
  });

  test("with the place of the error", () => {
    const error = refusal("<a>\n  <b></c>\n</a>");
    expect(error.line).toBe(2);
    expect(error.message).toMatch(/^line 2, column \d+: unexpected close tag/);
  });
});

test("no text makes it fail but with its own error", () => {
  const pieces = fc.constantFrom(
    "<a",
    "<",
    ">",
    "/>",
    "</a>",
    "&",
    "&#0;",
    ";",
    '"',
    "item=",
    "<!",
    "<?",
    "]]>",
    "<![CDATA[",
    "\u0000",
    "\uD800",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (document) => {
      const outcome = attempt(() => readXml(document));
      return !(outcome instanceof Error) || outcome instanceof XmlError;
    }),
    runs(500),
  );
});
