import type { Element } from "../../../protocol/xapi/element.ts";
import type { ItemValue } from "../../peer/configuration/set-items.ts";
import { configurationWords, type WordNode } from "../../peer/configuration/word-tree.ts";

/** The items of a `Configuration` document, or the first element that is none. */
export type ReadItems =
  | { readonly ok: true; readonly items: readonly ItemValue[] }
  | { readonly ok: false; readonly path: string; readonly reason: string };

/** Reads the values out of a document: names whole, in any case; `item` is the index of a row. */
export function readItems(root: Element): ReadItems {
  const items: ItemValue[] = [];
  const seen = new Set<string>();
  const visit = (element: Element, node: WordNode, path: string): ReadItems | undefined => {
    if (node.item) {
      if (element.children) return refused(path, "holds elements and takes a value");
      if (seen.has(path)) return refused(path, "is in the document twice");
      seen.add(path);
      items.push({ path, value: element.text ?? "" });
      return undefined;
    }
    if ((element.text ?? "").trim() !== "") return refused(path, `takes no value: one of ${namesIn(node)} below it`);
    for (const child of element.children ?? []) {
      const below = node.next.get(child.name.toLowerCase());
      if (!below) return refused(join(path, child.name), `is not known: one of ${namesIn(node)}`);
      const row = rowOf(below, child);
      if (typeof row === "string") return refused(join(path, child.name), row);
      const failed = visit(child, row.node, join(path, row.words));
      if (failed) return failed;
    }
    return undefined;
  };
  return visit(root, configurationWords, "") ?? { ok: true, items };
}

/** The node of a row and the words that lead to it, or a reason. */
function rowOf(node: WordNode, { item }: Element): { node: WordNode; words: string } | string {
  if (!node.rows) return item === 1 ? { node, words: node.word } : `has no item ${item}: there is one`;
  const { first, last, node: row } = node.rows;
  if (item < first || item > last) return `item ${item} is outside the range [${first}..${last}]`;
  return { node: row, words: `${node.word} ${item}` };
}

const namesIn = (node: WordNode): string => [...new Set(node.next.values())].map(({ word }) => word).join(", ");

const join = (path: string, words: string): string => (path === "" ? words : `${path} ${words}`);

const refused = (path: string, reason: string): ReadItems => ({ ok: false, path, reason });
