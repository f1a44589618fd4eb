import type { RepositoryFile } from "./files.ts";
import { identifierName, isNode, memberName, parse, stringValue, visit, type SyntaxNode } from "./syntax.ts";

const testFunctions = new Set(["it", "test", "describe"]);

/** Whether a call is `it(…)`, `it.each(…)(…)` or the like. */
function isTest(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === "CallExpression") return isTest(callee["callee"]);
  if (callee.type === "MemberExpression") return memberName(callee) !== undefined && isTest(callee["object"]);
  return testFunctions.has(identifierName(callee) ?? "");
}

/** The texts and numbers below a node that are written out. */
function literalsOf(node: SyntaxNode): string {
  const found: string[] = [];
  visit(node, (each) => {
    if (each.type === "Literal") found.push(String(each["value"]));
    if (each.type === "TemplateElement") found.push((each["value"] as { raw: string }).raw);
  });
  return found.join("\n");
}

/** What a test file says that its tests show: their titles, and the rows of tests that are made from a table. */
function titlesOf({ path, text }: RepositoryFile): string {
  const found: string[] = [];
  visit(parse(path, text), (node) => {
    if (node.type !== "CallExpression" || !isTest(node["callee"])) return;
    const [title] = node["arguments"] as readonly unknown[];
    if (!isNode(title)) return;
    const isTable = node["callee"] !== undefined && memberNameOfEach(node["callee"]);
    found.push(isTable ? literalsOf(title) : (stringValue(title) ?? literalsOf(title)));
  });
  return found.join("\n");
}

const memberNameOfEach = (callee: unknown): boolean => isNode(callee) && memberName(callee) === "each";

/** What a scenario says that it shows: the behaviours of the guide, and its titles. */
const subjectsOf = ({ text }: RepositoryFile): string =>
  [...text.matchAll(/^\s*(?:- )?(?:guide|title): (.+)$/gm)].map(([, found]) => found).join("\n");

/** What a test file or a scenario says that it shows; what else stands in it counts for nothing. */
export const shown = (file: RepositoryFile): string =>
  file.path.endsWith(".yaml") ? subjectsOf(file) : titlesOf(file);

/** What a scenario says that comes of its steps. */
const expectationsOf = ({ text }: RepositoryFile): string =>
  [...text.matchAll(/\b(?:alarm|raised):\s*(\[[^\]]*\]|\S+)/g)].map(([, found]) => found).join("\n");

/** All that tests and scenarios say they provoke, as one text. */
export function provocations(files: readonly RepositoryFile[]): string {
  return files.map((file) => (file.path.endsWith(".yaml") ? expectationsOf(file) : titlesOf(file))).join("\n");
}
