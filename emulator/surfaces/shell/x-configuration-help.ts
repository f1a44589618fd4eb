import { quoteText } from "../../../protocol/xapi/cli-writer.ts";
import { resolveWords, type ItemMatch } from "../../peer/configuration/resolve-words.ts";
import { describeValueSpace } from "../../peer/configuration/value-space.ts";
import { configurationWords } from "../../peer/configuration/word-tree.ts";
import { isQuoted } from "../documents/printed-value.ts";
import { done, refused } from "./answers.ts";
import { inColumns } from "./columns.ts";
import type { Answer } from "./shell.ts";

/**
 * `xConfiguration ?` names the elements, `xConfiguration ??` and `xConfiguration <element> ?` explain every item below
 * (Administrator Guide, "Command Reference"). The layout of the explanations is our reading.
 */
export function configurationHelp(words: readonly string[], help: "?" | "??"): Answer {
  if (words.length === 0 && help === "?") {
    const names = [...new Set(configurationWords.next.values())].map(({ word, rows }) =>
      rows ? `${word} [${rows.first}..${rows.last}]` : word,
    );
    return done(["- Configuration -", "", ...inColumns(names)]);
  }
  const found = resolveWords(words);
  return found.kind === "error" ? refused(found.reason) : done(found.matches.flatMap(explain));
}

function explain({ item, indices }: ItemMatch): string[] {
  let place = 0;
  const path = item.path.replaceAll(/\[\d+\.\.\d+\]/g, (range) => String(indices[place++] ?? range));
  const preset = isQuoted(item) ? quoteText(item.default) : item.default;
  return [
    `*h xConfiguration ${path}: ${describeValueSpace(item.values)}`,
    `     ${item.description}`,
    `     Default: ${preset}.`,
  ];
}
