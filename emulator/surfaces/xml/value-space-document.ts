import type { Element } from "../../../protocol/xapi/element.ts";
import type { Device } from "../../peer/device.ts";
import { configurationWords, type WordNode } from "../../peer/configuration/word-tree.ts";
import { writeDocument } from "../documents/write-document.ts";
import { describeInXml } from "./value-space-elements.ts";

/** `/valuespace.xml`: what each configuration item may be, once for all rows of a list. */
export function valueSpaceDocument(device: Device): string {
  return writeDocument(device, "ValueSpace", childrenOf(configurationWords));
}

function childrenOf(node: WordNode): Element[] {
  // A legacy spelling leads to a node that is there already.
  return [...new Set(node.next.values())].map(elementOf);
}

function elementOf(node: WordNode): Element {
  const { first, last, node: row } = node.rows ?? { node };
  const range = first === undefined ? {} : { range: `[${first}..${last}]` };
  if (!row.item) return { name: node.word, item: 1, attributes: range, children: childrenOf(row) };
  const { type, children } = describeInXml(row.item.values);
  return { name: node.word, item: 1, attributes: { type, default: row.item.default, ...range }, children };
}
