import { isTypeScript, type RepositoryFile } from "./files.ts";
import { isNode, lineAt, parse, visit, type Finding } from "./syntax.ts";

/** Words that do not belong in a finished repository, put together here so that this file may be read as well. */
const words: readonly { readonly word: RegExp; readonly why: string }[] = [
  { word: new RegExp(["/wo", "rk/"].join("")), why: "a path of somebody's machine" },
  { word: new RegExp(["\\.\\./sha", "red\\b"].join("")), why: "a path outside the repository" },
  { word: new RegExp(["registry\\.npm", "js"].join("")), why: "the address of a package registry" },
  { word: new RegExp(["\\bissue", " #"].join(""), "i"), why: "a number that means nothing here" },
  { word: new RegExp(["\\bTO", "DO\\b|\\bFIX", "ME\\b|\\bX", "XX\\b"].join("")), why: "a note of unfinished work" },
  { word: new RegExp(["@ts-", "ignore"].join("")), why: "a check switched off" },
  { word: new RegExp(["\\b(?:it|test|describe|bench)\\.on", "ly\\("].join("")), why: "the other tests would not run" },
];

/** What a file says that only its author's workplace or an unfinished state could explain. */
export function foreignWords(file: RepositoryFile): Finding[] {
  const inLines = file.text
    .split("\n")
    .flatMap((line, index) =>
      words
        .filter(({ word }) => word.test(line))
        .map(({ word, why }) => ({ where: `${file.path}:${index + 1}`, what: `"${word.exec(line)?.[0]}": ${why}` })),
    );
  return isTypeScript(file) ? [...inLines, ...castsToAny(file)] : inLines;
}

/** A cast to `any`, which text alone cannot tell from English. */
function castsToAny({ path, text }: RepositoryFile): Finding[] {
  const found: Finding[] = [];
  visit(parse(path, text), (node) => {
    const type = node.type === "TSAsExpression" ? node["typeAnnotation"] : undefined;
    if (isNode(type) && type.type === "TSAnyKeyword") {
      found.push({ where: `${path}:${lineAt(text, type.start)}`, what: "a cast to any: a check switched off" });
    }
  });
  return found;
}
