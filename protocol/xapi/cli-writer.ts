import type { Element } from "./element.ts";

/** Prefix, then the first level at five blanks and two more a level (X7.2.1 capture and clients that parse it). */
const firstIndent = 5;
const indents: readonly string[] = Array.from({ length: 32 }, (_, level) => " ".repeat(firstIndent + 2 * level));

/**
 * The lines of an `xStatus` answer: each top node from `*s <Name>:` to `*s/end`, an empty one as `*s <Name>: /`.
 * The blank line and `OK` that end the answer belong to the shell.
 */
export function writeStatus(nodes: readonly Element[]): string[] {
  return writeNodes(nodes, "*s");
}

/** The same of an `xHistory` answer, which begins with `*h` on this family. */
export function writeHistory(nodes: readonly Element[]): string[] {
  return writeNodes(nodes, "*h");
}

/** The same of an event of `xFeedback`, whose `*e` is assumed from the kin of the product. */
export function writeEvents(nodes: readonly Element[]): string[] {
  return writeNodes(nodes, "*e");
}

function writeNodes(nodes: readonly Element[], prefix: "*s" | "*h" | "*e"): string[] {
  const lines: string[] = [];
  for (const node of nodes) {
    writeElement(lines, node, `${prefix} `);
    for (const child of node.children ?? []) writeBranch(lines, child, 0);
    lines.push(`${prefix}/end`);
  }
  return lines;
}

/** The lines of an `xCommand` answer: `*r Result (status=OK):`, the data that the command returns, `*r/end`. */
export function writeResult(status: "OK" | "Error", children: readonly Element[]): string[] {
  const lines = [`*r Result (status=${status}):`];
  for (const child of children) writeBranch(lines, child, 0);
  lines.push("*r/end");
  return lines;
}

/** One line of an `xConfiguration` listing, `*c xConfiguration SystemUnit Name: "vcs-a"`. `path` has its indices filled in. */
export function writeConfigurationItem(path: string, value: string, quoted: boolean): string {
  return `*c xConfiguration ${path}: ${quoted ? quoteText(value) : value}`;
}

/**
 * A text as the CLI prints it and takes it back: in double quotes, inner quotes escaped. A backslash is doubled only
 * where it would swallow what follows, because the product prints patterns such as `phonebook\+xml` as they are.
 */
export function quoteText(text: string): string {
  const oneLine = /[\r\n]/.test(text) ? text.replaceAll(/[\r\n]+/g, " ") : text;
  return `"${oneLine.replaceAll(/\\(?=[\\"]|$)|"/g, "\\$&")}"`;
}

function writeBranch(lines: string[], element: Element, level: number): void {
  writeElement(lines, element, indents[level] ?? " ".repeat(firstIndent + 2 * level));
  for (const child of element.children ?? []) writeBranch(lines, child, level + 1);
}

function writeElement(lines: string[], element: Element, prefix: string): void {
  const name = element.indexed ? `${element.name} ${element.item}` : element.name;
  if (element.children !== undefined && element.children.length > 0) lines.push(`${prefix}${name}:`);
  else if (element.text !== undefined) lines.push(`${prefix}${name}: ${writeValue(element.text, element.quoted)}`);
  else lines.push(`${prefix}${name}: ${element.quoted ? '""' : "/"}`);
}

function writeValue(text: string, quoted: boolean | undefined): string {
  return quoted ? quoteText(text) : text;
}
