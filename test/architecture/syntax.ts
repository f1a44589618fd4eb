import { parseAst } from "vitest/node";

/** A node of a syntax tree, as ESTree and its TypeScript extension name them. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [property: string]: unknown;
}

/** A mistake found in a file: `where` is `path:line`, as editors and terminals understand it. */
export interface Finding {
  readonly where: string;
  readonly what: string;
}

export const report = (findings: readonly Finding[]): string[] => findings.map(({ where, what }) => `${where} ${what}`);

/** The trees of files by path and text: every rule looks at all files, and parsing takes longer than looking. */
const trees = new Map<string, SyntaxNode>();

export function parse(path: string, text: string): SyntaxNode {
  const name = `${path}\0${text}`;
  const tree = trees.get(name) ?? parseAnew(path, text);
  trees.set(name, tree);
  return tree;
}

function parseAnew(path: string, text: string): SyntaxNode {
  const extension = /\.([cm]?)([jt]sx?)$/.exec(path)?.[2] ?? "ts";
  return parseAst(text, { lang: extension as "js" | "jsx" | "ts" | "tsx" }, path) as unknown as SyntaxNode;
}

/** Visits a node and all below it, parents first. `property` is the parent's name for the node. */
export function visit(root: SyntaxNode, see: (node: SyntaxNode, parent?: SyntaxNode, property?: string) => void): void {
  const descend = (node: SyntaxNode, parent?: SyntaxNode, property?: string): void => {
    see(node, parent, property);
    for (const [name, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) descend(child, node, name);
    }
  };
  descend(root);
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && typeof (value as SyntaxNode).type === "string";
}

/** The value of a string literal, else undefined. */
export function stringValue(node: unknown): string | undefined {
  return isNode(node) && node.type === "Literal" && typeof node["value"] === "string" ? node["value"] : undefined;
}

/** The name of an identifier, else undefined. */
export function identifierName(node: unknown): string | undefined {
  return isNode(node) && node.type === "Identifier" ? (node["name"] as string) : undefined;
}

/** The name that a member expression asks for, `b` of `a.b` and `a["b"]`, else undefined. */
export function memberName(node: SyntaxNode): string | undefined {
  if (node.type !== "MemberExpression") return undefined;
  return node["computed"] === true ? stringValue(node["property"]) : identifierName(node["property"]);
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
