import { SaxesParser } from "saxes";
import type { SaxesTagPlain } from "saxes";
import type { Element } from "./element.ts";

/** What a document may not exceed, so that a small request cannot take much memory. */
export interface XmlLimits {
  /** Length of the text in UTF-16 units. */
  readonly size: number;
  readonly depth: number;
  readonly elements: number;
}

/** The limits for documents that clients send. */
export const xmlLimits: XmlLimits = { size: 1_000_000, depth: 32, elements: 20_000 };

/** A document that is not taken. `line` and `column` count from 1. */
export class XmlError extends Error {
  override readonly name = "XmlError";

  constructor(
    readonly reason: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(`line ${line}, column ${column}: ${reason}`);
  }
}

interface GrowingElement {
  name: string;
  item: number;
  text?: string;
  children?: GrowingElement[];
  attributes?: Record<string, string>;
}

/**
 * Reads a document into its root element. White space between elements is dropped, the text of a leaf is kept as it is;
 * `item` is 1 where the document has none. A DOCTYPE is refused whole, and with it every entity declaration.
 * @throws XmlError for anything malformed and for a document over the limits
 */
export function readXml(text: string, limits: XmlLimits = xmlLimits): Element {
  if (text.length > limits.size) throw new XmlError(`the document is longer than ${limits.size} characters`, 1, 1);
  const parser = new SaxesParser({ xmlns: false });
  const open: GrowingElement[] = [];
  let root: GrowingElement | undefined;
  let elements = 0;

  const refuse = (reason: string): never => {
    throw new XmlError(reason, parser.line, parser.column + 1);
  };
  const addText = (added: string): void => {
    const element = open.at(-1);
    if (element === undefined) return;
    if (element.children === undefined) element.text = (element.text ?? "") + added;
    else if (added.trim() !== "") refuse(`${element.name} holds text beside elements`);
  };

  parser.on("error", (error) => refuse(withoutPosition(error.message)));
  parser.on("doctype", () => refuse("a DOCTYPE is not allowed"));
  parser.on("opentag", (tag) => {
    elements += 1;
    if (elements > limits.elements) refuse(`the document has more than ${limits.elements} elements`);
    if (open.length >= limits.depth) refuse(`the document is more than ${limits.depth} levels deep`);
    const element = startElement(tag, refuse);
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else {
      if ((parent.text ?? "").trim() !== "") refuse(`${parent.name} holds text beside elements`);
      delete parent.text;
      (parent.children ??= []).push(element);
    }
    open.push(element);
  });
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => open.pop());
  try {
    parser.write(text).close();
  } catch (error) {
    // The parser trips over half a surrogate pair in some places instead of reporting it.
    if (error instanceof XmlError) throw error;
    refuse(error instanceof Error ? error.message : String(error));
  }
  return root ?? refuse("the document has no root element");
}

function startElement({ name, attributes }: SaxesTagPlain, refuse: (reason: string) => never): GrowingElement {
  const { item = "1", ...others } = attributes;
  if (!/^\d{1,9}$/.test(item)) refuse(`item="${item}" of ${name} is not a whole number`);
  const element: GrowingElement = { name, item: Number(item) };
  if (Object.keys(others).length > 0) element.attributes = others;
  return element;
}

/** The parser puts `line:column: ` before its messages; the error tells the place by itself. */
function withoutPosition(message: string): string {
  return message.replace(/^(?:[^:]*:)?\d+:\d+: /, "");
}
