import { configurationItems } from "../../model/configuration/index.ts";
import type { ConfigurationItem } from "../../model/types.ts";

/** One word of the configuration paths and what may follow it. */
export interface WordNode {
  /** The word in the table's spelling; an index range, `[1..6]`, for the node behind a list; empty for the root. */
  readonly word: string;
  /** By the lower-case word. Legacy spellings lead to the same node as the present ones. */
  readonly next: ReadonlyMap<string, WordNode>;
  /** Present where an index follows. */
  readonly rows?: { readonly first: number; readonly last: number; readonly node: WordNode };
  /** All items at and below this word, in the order of the table. */
  readonly items: readonly ConfigurationItem[];
  /** The item that ends here. */
  readonly item?: ConfigurationItem;
}

interface GrowingNode {
  word: string;
  next: Map<string, GrowingNode>;
  rows?: { first: number; last: number; node: GrowingNode };
  items: ConfigurationItem[];
  item?: ConfigurationItem;
}

/** X8.1 devices and scripts of that time say master; the table has the later keyword (command reference X12.7). */
const legacyWords = [{ below: ["Alternates"], word: "ConfigurationMaster", now: "ConfigurationPrimary" }] as const;

/** The words of all configuration items. */
export const configurationWords: WordNode = freeze(grow());

function grow(): GrowingNode {
  const root = newNode("");
  for (const item of configurationItems) {
    let node = root;
    node.items.push(item);
    for (const word of item.path.split(" ")) {
      node = follow(node, word);
      node.items.push(item);
    }
    node.item = item;
  }
  for (const { below, word, now } of legacyWords) {
    const holder = below.reduce(follow, root);
    holder.next.set(word.toLowerCase(), follow(holder, now));
  }
  return root;
}

function follow(node: GrowingNode, word: string): GrowingNode {
  const range = /^\[(\d+)\.\.(\d+)\]$/.exec(word);
  if (range !== null) {
    node.rows ??= { first: Number(range[1]), last: Number(range[2]), node: newNode(word) };
    return node.rows.node;
  }
  const known = node.next.get(word.toLowerCase());
  if (known !== undefined) return known;
  const added = newNode(word);
  node.next.set(word.toLowerCase(), added);
  return added;
}

function newNode(word: string): GrowingNode {
  return { word, next: new Map(), items: [] };
}

function freeze(node: GrowingNode): GrowingNode {
  if (Object.isFrozen(node)) return node;
  Object.freeze(node);
  Object.freeze(node.items);
  for (const child of node.next.values()) freeze(child);
  if (node.rows !== undefined) freeze(Object.freeze(node.rows).node);
  return node;
}
