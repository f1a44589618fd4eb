import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCpl, CPL_NAMESPACE } from "../../../protocol/cpl/check-cpl.ts";
import { XmlError } from "../../../protocol/xapi/xml-reader.ts";
import { attempt } from "../attempt.ts";

const script = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<cpl xmlns="${CPL_NAMESPACE}" xmlns:taa="http://www.tandberg.net/cpl-extensions">${content}</cpl>`;

describe("takes", () => {
  test.each([
    ["no rules at all", ""],
    [
      "a rejection by the address of the caller (after RFC 3880, 7.1)",
      `<incoming><address-switch field="origin" subfield="user"><address is="anonymous">
         <reject status="reject" reason="I reject anonymous calls"/></address></address-switch></incoming>`,
    ],
    [
      "the product's extension",
      `<taa:routed><taa:rule-switch><taa:rule origin="a" destination="b"><reject status="403"/></taa:rule></taa:rule-switch></taa:routed>`,
    ],
    [
      "a comment and a subaction",
      `<!-- night --><subaction id="v"><redirect/></subaction><outgoing><sub ref="v"/></outgoing>`,
    ],
  ])("%s", (_what, content) => {
    expect(attempt(() => checkCpl(script(content)))).toBeUndefined();
  });
});

describe("refuses", () => {
  test.each([
    ["another document", "<html/>", `the outermost element is not cpl in ${CPL_NAMESPACE}`],
    ["cpl of no namespace", "<cpl/>", "the outermost element is not cpl"],
    ["an element that the language lacks", script("<incoming><accept/></incoming>"), "CPL has no element accept"],
    ["an action at the top", script("<proxy/>"), "proxy does not stand directly in cpl"],
    ["cpl within", script("<incoming><cpl/></incoming>"), "cpl stands within another element"],
    ["a rejection without a status", script("<incoming><reject/></incoming>"), "reject has no status"],
    ["what is not well-formed", script("<incoming>"), "unexpected close tag"],
    ["a prefix nobody declared", script("<x:y/>"), "unbound namespace prefix"],
    ["nothing", "", "root element"],
    ["entities", `<!DOCTYPE cpl [<!ENTITY a "b">]>${script("&a;").slice(38)}`, "a DOCTYPE is not allowed"],
    ["a depth over 32", script(`${"<taa:a>".repeat(40)}${"</taa:a>".repeat(40)}`), "more than 32 levels deep"],
    ["20,000 elements", script("<taa:a/>".repeat(20_000)), "more than 20000 elements"],
    ["a long text", " ".repeat(1_000_001), "longer than 1000000 characters"],
  ])("%s", (_what, text, reason) => {
    const outcome = attempt(() => checkCpl(text));
    expect(outcome).toBeInstanceOf(XmlError);
    expect((outcome as XmlError).reason).toContain(reason);
  });

  test("and throws nothing else, whatever it is given", () => {
    const pieces = [
      "<cpl",
      ` xmlns="${CPL_NAMESPACE}"`,
      ">",
      "<incoming>",
      "</incoming>",
      "</cpl>",
      "<reject/>",
      "&",
      "\ud800",
    ];
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...pieces)).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (given) => {
        const outcome = attempt(() => checkCpl(given));
        expect(outcome === undefined || outcome instanceof XmlError).toBe(true);
      }),
    );
  });
});
