import type { Element } from "../../../protocol/xapi/element.ts";
import type { Device } from "../../peer/device.ts";
import { listConfiguration, type ListedItem } from "./configuration-listing.ts";
import { isQuoted, printedValue } from "./printed-value.ts";

interface GrowingElement {
  readonly name: string;
  readonly item: number;
  text?: string;
  quoted?: boolean;
  children?: GrowingElement[];
}

/** The configuration as a tree, a word a level, with the same items as the listing of the CLI. */
export function configurationElements(
  device: Device,
  items: readonly ListedItem[] = listConfiguration(device.configuration),
): readonly Element[] {
  const top: GrowingElement = { name: "", item: 1 };
  const known = new Map<GrowingElement, Map<string, GrowingElement>>();
  for (const { path, item, value } of items) {
    let element = top;
    for (const { name, index } of steps(item.path, path)) element = childOf(element, name, index, known);
    element.text = printedValue(device, path, item, value);
    element.quoted = isQuoted(item);
  }
  return top.children ?? [];
}

/** The words of a path, each with the index that follows it or 1. The template tells which words are indices. */
function steps(template: string, path: string): { name: string; index: number }[] {
  const found: { name: string; index: number }[] = [];
  const words = path.split(" ");
  for (const [place, word] of template.split(" ").entries()) {
    const last = found.at(-1);
    if (word.startsWith("[") && last) last.index = Number(words[place]);
    else found.push({ name: word, index: 1 });
  }
  return found;
}

function childOf(
  parent: GrowingElement,
  name: string,
  item: number,
  known: Map<GrowingElement, Map<string, GrowingElement>>,
): GrowingElement {
  const siblings = known.get(parent) ?? new Map<string, GrowingElement>();
  known.set(parent, siblings);
  const key = `${name} ${item}`;
  const present = siblings.get(key);
  if (present) return present;
  const added: GrowingElement = { name, item };
  siblings.set(key, added);
  (parent.children ??= []).push(added);
  return added;
}
