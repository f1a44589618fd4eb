import { posix } from "node:path";
import { identifierName, isNode, lineAt, parse, stringValue, visit, type SyntaxNode } from "./syntax.ts";

/** One mention of another module, by `import`, `export … from`, `import()` or a type's `import("…")`. */
export interface Import {
  readonly specifier: string;
  /** The names of the values taken, not of types; `*` for all of it and `default` for its default. */
  readonly values: readonly string[];
  /** Nothing of it is left when the types are gone. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  visit(parse(path, text), (node) => {
    const specifier = stringValue(node["source"]);
    if (specifier === undefined) return;
    const at = { specifier, line: lineAt(text, node.start) };
    switch (node.type) {
      case "ImportDeclaration":
      case "ExportNamedDeclaration": {
        const specifiers = nodes(node["specifiers"]);
        const values = isType(node) ? [] : specifiers.filter((each) => !isType(each)).map(takenName);
        // An import of nothing runs the module: that is no type.
        found.push({ ...at, values, typeOnly: isType(node) || (specifiers.length > 0 && values.length === 0) });
        break;
      }
      case "ExportAllDeclaration":
        found.push({ ...at, values: isType(node) ? [] : ["*"], typeOnly: isType(node) });
        break;
      case "ImportExpression":
        found.push({ ...at, values: ["*"], typeOnly: false });
        break;
      case "TSImportType":
        found.push({ ...at, values: [], typeOnly: true });
        break;
    }
  });
  return found;
}

/** The path in the repository that a relative import names; undefined for packages. */
export function importedPath(importer: string, specifier: string): string | undefined {
  return /^\.{1,2}(\/|$)/.test(specifier) ? posix.join(posix.dirname(importer), specifier) : undefined;
}

/** The name of one of Node's own modules without `node:`, `dns` for `node:dns/promises`; undefined for others. */
export function builtinModule(specifier: string): string | undefined {
  return /^node:([^/]+)/.exec(specifier)?.[1];
}

function takenName(specifier: SyntaxNode): string {
  switch (specifier.type) {
    case "ImportDefaultSpecifier":
      return "default";
    case "ImportNamespaceSpecifier":
      return "*";
    case "ExportSpecifier":
      return identifierName(specifier["local"]) ?? stringValue(specifier["local"]) ?? "*";
    default:
      return identifierName(specifier["imported"]) ?? stringValue(specifier["imported"]) ?? "*";
  }
}

const isType = (node: SyntaxNode): boolean => (node["importKind"] ?? node["exportKind"]) === "type";

const nodes = (value: unknown): SyntaxNode[] => (Array.isArray(value) ? value.filter(isNode) : []);
