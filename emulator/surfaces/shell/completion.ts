import { commands } from "../../model/commands/index.ts";
import { feedbackExpressions } from "../../model/feedback-expressions.ts";
import { findCommand } from "../../peer/configuration/commands/commands.ts";
import { configurationWords, type WordNode } from "../../peer/configuration/word-tree.ts";
import { findStatusElement } from "../documents/status-selection.ts";
import { findKeyword, keywords } from "./keywords.ts";
import { feedbackActions } from "./x-feedback.ts";

/** What the unfinished last word of a line may become, with the blank or colon that ends it. */
export function completeCommandLine(line: string): readonly string[] {
  const words = line.split(/[ \t]+/);
  const [first, ...path] = words.slice(0, -1).filter((word) => word !== "");
  const begun = (words.at(-1) ?? "").toLowerCase();
  return wordsAfter(first, path).filter((word) => word.toLowerCase().startsWith(begun));
}

function wordsAfter(first: string | undefined, path: readonly string[]): readonly string[] {
  if (first === undefined) return keywords.map(({ name }) => `${name} `);
  const found = findKeyword(first);
  if (!found.ok) return [];
  switch (found.keyword) {
    case "xConfiguration":
      return configurationWordsAfter(path);
    case "xStatus":
      return statusWordsAfter(path);
    case "xCommand":
      return commandWordsAfter(path);
    case "xFeedback":
      return feedbackWordsAfter(path);
    default:
      return [];
  }
}

function configurationWordsAfter(path: readonly string[]): readonly string[] {
  let node: WordNode | undefined = configurationWords;
  for (const word of path) node = node && follow(node, word);
  if (!node) return [];
  const row = node.rows?.node ?? node;
  return [...new Set(row.next.values())].map(({ word, item }) => (item ? `${word}: ` : `${word} `));
}

function follow(node: WordNode, typed: string): WordNode | undefined {
  if (node.rows && /^\d+$/.test(typed)) return node.rows.node;
  const { next } = node.rows?.node ?? node;
  const wanted = typed.toLowerCase();
  const begun = new Set([...next].flatMap(([word, child]) => (word.startsWith(wanted) ? [child] : [])));
  return next.get(wanted) ?? (begun.size === 1 ? [...begun][0] : undefined);
}

function statusWordsAfter(path: readonly string[]): readonly string[] {
  const found = findStatusElement(path);
  return found.ok ? (found.element.children ?? []).map(({ name }) => `${name} `) : [];
}

function feedbackWordsAfter([action, ...more]: readonly string[]): readonly string[] {
  if (action === undefined) return feedbackActions.map((known) => `${known} `);
  const expected = more.length === 0 && action.toLowerCase() === "register";
  return expected ? feedbackExpressions.map(({ path }) => `${path} `) : [];
}

function commandWordsAfter([name]: readonly string[]): readonly string[] {
  if (name === undefined) return commands.map((command) => `${command.name} `);
  const found = findCommand(name);
  return found.ok ? found.command.parameters.map((parameter) => `${parameter.name}: `) : [];
}
