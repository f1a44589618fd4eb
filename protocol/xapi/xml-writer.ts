import type { Element } from "./element.ts";

/** The root of a document: `<Status xmlns="…" product="TANDBERG VCS" version="X8.1">`. */
export interface XmlRoot {
  readonly name: string;
  readonly product: string;
  /** The software version as the product writes it, `X8.1`. */
  readonly version: string;
  readonly children: readonly Element[];
}

const namespace = "http://www.tandberg.no/XML/CUIL/1.0";

// No encoding is declared: clients hand the text to a parser that refuses a declared one (X8.11 captures).
const prolog = '<?xml version="1.0"?>\n';

const indents: readonly string[] = Array.from({ length: 33 }, (_, level) => "  ".repeat(level));

// All but the characters that stand for themselves: markup (& < >), a carriage return, which a reader would turn into a
// line feed, and what XML 1.0 section 2.2 excludes. One class, because the test runs for every leaf of a document.
const needsEscaping = /[^\t\n\x20-%'-;=?-\uD7FF\uE000-\uFFFD]/;
const attributeNeedsEscaping = /["\t\n]/;
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]|\p{Cs}/gu;

/**
 * Writes a whole document as the product does: two blanks a level, `item` on every element, empty elements short.
 * Top nodes marked `oneLine` that come last share one unindented line with the closing root tag, because they come
 * from the replicated database and not from the call application (X8.11.3 status.xml).
 * Characters that XML 1.0 cannot carry become U+FFFD.
 */
export function writeXml(root: XmlRoot): string {
  const { children } = root;
  let tail = children.length;
  while (tail > 0 && children[tail - 1]?.oneLine) tail--;
  let out = `${prolog}<${root.name} xmlns="${namespace}" product="${escapeAttribute(root.product)}" version="${escapeAttribute(root.version)}">\n`;
  for (const child of children.slice(0, tail)) out = appendIndented(out, child, 1);
  for (const child of children.slice(tail)) out = appendCompact(out, child);
  return `${out}</${root.name}>\n`;
}

function appendIndented(before: string, element: Element, level: number): string {
  const indent = indents[level] ?? "  ".repeat(level);
  const { name, children } = element;
  if (children === undefined || children.length === 0 || element.oneLine) {
    return `${appendCompact(before + indent, element)}\n`;
  }
  let out = `${before}${indent}<${name} item="${element.item}"${writeAttributes(element)}>\n`;
  for (const child of children) out = appendIndented(out, child, level + 1);
  return `${out}${indent}</${name}>\n`;
}

function appendCompact(before: string, element: Element): string {
  const { name, children, text } = element;
  let out = `${before}<${name} item="${element.item}"${writeAttributes(element)}`;
  if (children === undefined || children.length === 0) {
    return text === undefined || text === "" ? `${out}/>` : `${out}>${escapeText(text)}</${name}>`;
  }
  out += ">";
  for (const child of children) out = appendCompact(out, child);
  return `${out}</${name}>`;
}

function writeAttributes({ attributes }: Element): string {
  if (attributes === undefined) return "";
  let out = "";
  for (const [name, value] of Object.entries(attributes)) out += ` ${name}="${escapeAttribute(value)}"`;
  return out;
}

function escapeText(text: string): string {
  if (!needsEscaping.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;")
    .replace(forbidden, "\uFFFD");
}

// A reader turns a raw tab or line feed of an attribute into a blank (XML 1.0 section 3.3.3), so they are written as references.
function escapeAttribute(value: string): string {
  const escaped = escapeText(value);
  if (!attributeNeedsEscaping.test(escaped)) return escaped;
  return escaped.replaceAll('"', "&quot;").replaceAll("\t", "&#9;").replaceAll("\n", "&#10;");
}
