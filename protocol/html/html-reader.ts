/** A piece of a page: an element, or text with its character references resolved. */
export type HtmlNode = HtmlElement | string;

export interface HtmlElement {
  /** In small letters; `#document` for the whole. */
  readonly tag: string;
  /** Names in small letters; an attribute without a value is empty. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
}

interface GrowingElement extends HtmlElement {
  readonly children: HtmlNode[];
}

/** Elements that have no end tag (HTML, section 13.1.2). */
const voidElements = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** Elements whose content is text up to their end tag. */
const rawTextElements = new Set(["script", "style"]);

const token = /<!--[^]*?-->|<![^>]*>|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * Reads a page into a tree. Nothing is malformed: an end tag without its start is dropped, what is still open at the end
 * is closed.
 */
export function readHtml(text: string): HtmlElement {
  const root: GrowingElement = { tag: "#document", attributes: {}, children: [] };
  const open: GrowingElement[] = [root];
  const innermost = (): GrowingElement => open.at(-1) ?? root;
  const addText = (from: number, to: number): void => {
    const raw = rawTextElements.has(innermost().tag);
    if (to > from) innermost().children.push(raw ? text.slice(from, to) : decodeReferences(text.slice(from, to)));
  };
  let read = 0;
  for (const match of text.matchAll(token)) {
    const [all, slash, name = "", attributes = ""] = match;
    const tag = name.toLowerCase();
    if (rawTextElements.has(innermost().tag) && !(slash === "/" && tag === innermost().tag)) continue;
    addText(read, match.index);
    read = match.index + all.length;
    if (tag === "") continue;
    if (slash === "/") close(open, tag);
    else {
      const element: GrowingElement = { tag, attributes: readAttributes(attributes), children: [] };
      innermost().children.push(element);
      if (!voidElements.has(tag)) open.push(element);
    }
  }
  addText(read, text.length);
  return root;
}

/** An element and all elements below it, in the order of the page. */
export function* elementsOf(element: HtmlElement): Generator<HtmlElement> {
  yield element;
  for (const child of element.children) if (typeof child !== "string") yield* elementsOf(child);
}

/** All text below an element, blanks and line ends drawn together. */
export const textOf = (element: HtmlElement): string => allText(element).replaceAll(/\s+/g, " ").trim();

const allText = ({ children }: HtmlElement): string =>
  children.map((child) => (typeof child === "string" ? child : allText(child))).join("");

/** True for an element with a name among its `class`es. */
export const hasClass = ({ attributes }: HtmlElement, name: string): boolean =>
  (attributes["class"] ?? "").split(/\s+/).includes(name);

function close(open: GrowingElement[], tag: string): void {
  const place = open.findLastIndex((element) => element.tag === tag);
  if (place > 0) open.length = place;
}

function readAttributes(text: string): Record<string, string> {
  const entries = [...text.matchAll(attribute)].map(([, name = "", double, single, bare]): [string, string] => [
    name.toLowerCase(),
    decodeReferences(double ?? single ?? bare ?? ""),
  ]);
  return Object.fromEntries(entries);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decodeReferences(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name = "") => {
      if (hex === undefined && decimal === undefined) return named[name as string] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
