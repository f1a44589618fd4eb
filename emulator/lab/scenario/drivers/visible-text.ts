import type { HtmlElement, HtmlNode } from "../../../../protocol/html/html-reader.ts";

/** Elements within a line; what stands in any other is apart from what is around it. */
const inline = new Set(["a", "b", "code", "em", "i", "strong"]);

const hidden = new Set(["head", "script", "style", "template"]);

/** What somebody reads: values of fields and chosen options among it, without what is hidden or folded away. */
export const visibleText = (element: HtmlElement): string => textOfNode(element).replaceAll(/\s+/g, " ").trim();

function textOfNode(node: HtmlNode): string {
  if (typeof node === "string") return node;
  const { tag, attributes, children } = node;
  if (hidden.has(tag)) return "";
  if (tag === "input") return inputText(attributes);
  if (tag === "select") return ` ${chosenText(node)} `;
  if (tag === "details" && attributes["open"] === undefined) return " ";
  const inside = children.map(textOfNode).join("");
  return inline.has(tag) ? inside : ` ${inside} `;
}

function inputText({ type = "text", value = "" }: HtmlElement["attributes"]): string {
  return ["hidden", "password", "checkbox", "radio"].includes(type) ? " " : ` ${value} `;
}

function chosenText({ children }: HtmlElement): string {
  const options = children.filter((child) => typeof child !== "string");
  const chosen = options.find(({ attributes }) => attributes["selected"] !== undefined) ?? options[0];
  return chosen ? chosen.children.map(textOfNode).join("") : "";
}
