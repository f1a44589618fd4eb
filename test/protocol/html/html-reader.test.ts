import * as fc from "fast-check";
import { expect, test } from "vitest";
import { elementsOf, hasClass, readHtml, textOf, type HtmlElement } from "../../../protocol/html/html-reader.ts";

const find = (html: string, tag: string): HtmlElement => {
  const found = [...elementsOf(readHtml(html))].find((element) => element.tag === tag);
  if (!found) throw new Error(`no ${tag} in ${html}`);
  return found;
};

test("elements, attributes in every form, character references", () => {
  const input = find(`<INPUT Name="a > b" value='x &amp; "y"' size=3 checked>`, "input");
  expect(input.attributes).toEqual({ name: "a > b", value: 'x & "y"', size: "3", checked: "" });
  expect(textOf(find("<p>1 &lt; 2 &#233;&#xe9; &unknown; \n <b>bold</b>.</p>", "p"))).toBe("1 < 2 éé &unknown; bold.");
  expect(hasClass(find('<p class="a b">', "p"), "b")).toBe(true);
});

test("elements without an end tag hold nothing, stray end tags close nothing", () => {
  expect(textOf(find("<div><br>one</i><img src=x>two</div>three", "div"))).toBe("onetwo");
  expect(textOf(find("<ul><li><b>one</li><li>two</ul>", "ul"))).toBe("onetwo");
});

test("scripts, styles, comments and the doctype are not elements", () => {
  const html = "<!DOCTYPE html><!-- <p>no</p> --><script>if (a < b) '<p>no</p>'</script><p>yes</p>";
  expect(textOf(find(html, "p"))).toBe("yes");
});

test("any text is read, and escaped text comes back", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readHtml(text)));
  const escape = (text: string): string =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const element = find(`<p title="${escape(text)}">${escape(text)}</p>`, "p");
      expect(element.attributes["title"]).toBe(text);
      expect(element.children).toEqual(text === "" ? [] : [text]);
    }),
  );
});
