import type { ConfigurationItem } from "../../model/types.ts";
import { configurationWords } from "./word-tree.ts";
import type { WordNode } from "./word-tree.ts";

/** An item that words lead to; `undefined` stands for an index that was left out and means every row. */
export interface ItemMatch {
  readonly item: ConfigurationItem;
  readonly indices: readonly (number | undefined)[];
}

/** The items below the words in the order of the table, or a reason in one sentence without a full stop. */
export type Resolution =
  | {
      readonly kind: "items";
      readonly matches: readonly ItemMatch[];
      /** The words name one item of one row, so that a value can be written to it. */
      readonly exact: boolean;
    }
  | { readonly kind: "error"; readonly reason: string };

type Step = { readonly node: WordNode } | { readonly reason: string };

/**
 * Resolves the words of a configuration path as the CLI takes them: any case, shortened while unique (a whole word
 * beats longer ones), `DNS Server 2 Address` or `DNS/Server[2]/Address` or `Server[@item='2']`; an index left out
 * means all rows. No words resolve to all items. Never throws.
 */
export function resolveWords(words: readonly string[]): Resolution {
  const indices: (number | undefined)[] = [];
  let node: WordNode = configurationWords;
  for (const token of words.flatMap(splitPath)) {
    const step = takeStep(node, token, indices);
    if ("reason" in step) return { kind: "error", reason: step.reason };
    node = step.node;
  }
  const matches = node.items.map((item) => ({ item, indices: padded(indices, item) }));
  const exact = node.item !== undefined && matches.every((match) => !match.indices.includes(undefined));
  return { kind: "items", matches, exact };
}

/** `DNS/Server[2]/Address` as the words `DNS`, `Server`, `2`, `Address`. */
function splitPath(word: string): string[] {
  if (!/[/[]/.test(word)) return word === "" ? [] : [word];
  return word
    .split("/")
    .flatMap((part) => {
      const bracket = /^([^[\]]+)\[(?:@item=(['"]?))?(\d+)\2\]$/.exec(part);
      return bracket === null ? [part] : [bracket[1] as string, bracket[3] as string];
    })
    .filter((part) => part !== "");
}

function takeStep(node: WordNode, token: string, indices: (number | undefined)[]): Step {
  if (node.rows === undefined) return findWord(node, token);
  const { first, last, node: row } = node.rows;
  if (/^\d+$/.test(token)) {
    const index = Number(token);
    if (index < first || index > last) {
      return { reason: `${token} is outside the range of ${node.word}: [${first}..${last}]` };
    }
    indices.push(index);
    return { node: row };
  }
  indices.push(undefined);
  return findWord(row, token, [row.word]);
}

/** `others` are what may stand here besides the words of the node. */
function findWord(node: WordNode, token: string, others: readonly string[] = []): Step {
  const wanted = token.toLowerCase();
  const whole = node.next.get(wanted);
  if (whole !== undefined) return { node: whole };
  const candidates = new Set<WordNode>();
  for (const [word, next] of node.next) if (word.startsWith(wanted)) candidates.add(next);
  const [only] = candidates;
  if (only === undefined) return { reason: `"${token}" is not known here${allowedNext(node, others)}` };
  if (candidates.size === 1) return { node: only };
  return { reason: `"${token}" is ambiguous: ${[...candidates].map(({ word }) => word).join(", ")}` };
}

function allowedNext(node: WordNode, others: readonly string[]): string {
  const words = [...others, ...[...new Set(node.next.values())].map(({ word }) => word)];
  return words.length === 0 ? ": the path ends before it" : `: one of ${words.join(", ")}`;
}

function padded(indices: readonly (number | undefined)[], { path }: ConfigurationItem): (number | undefined)[] {
  const places = path.split("[").length - 1;
  return Array.from({ length: places }, (_, position) => indices[position]);
}
