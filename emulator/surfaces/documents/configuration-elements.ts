import type { Element } from "../../../protocol/xapi/element.ts";
import type { Step as LocationStep } from "../../../protocol/xapi/location.ts";
import { configurationItems } from "../../model/configuration/index.ts";
import type { ConfigurationItem } from "../../model/types.ts";
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

/** A word of a path; an index follows the name of a list. */
interface Step {
  readonly name: string;
  readonly list: boolean;
}

const stepsOf: ReadonlyMap<ConfigurationItem, readonly Step[]> = new Map(
  configurationItems.map((item) => [item, readSteps(item.path)]),
);

/** The configuration as a tree, a word a level, with the same items as the listing of the CLI. */
export function configurationElements(
  device: Device,
  items: readonly ListedItem[] = listConfiguration(device.configuration),
): readonly Element[] {
  const top: GrowingElement = { name: "", item: 1 };
  const children = new ChildIndex();
  // Items that follow each other share most of their words: the elements of the last one are looked at first.
  const way: GrowingElement[] = [];
  for (const { path, item, indices, value } of items) {
    let element = top;
    let place = 0;
    let depth = 0;
    for (const { name, list } of stepsOf.get(item) ?? []) {
      const index = list ? (indices[place++] ?? 1) : 1;
      const last = way[depth];
      if (last?.name === name && last.item === index) element = last;
      else {
        element = children.of(element, name, index);
        way.length = depth;
        way.push(element);
      }
      depth++;
    }
    element.text = printedValue(device, path, item, value);
    element.quoted = isQuoted(item);
  }
  return top.children ?? [];
}

/** The part of the tree in which all is that some steps may lead to; only that is listed. */
export function configurationElementsAt(device: Device, steps: readonly LocationStep[]): readonly Element[] {
  const wanted = configurationItems.filter((item) => leadsThrough(item, steps)).map((item) => ({ item, indices: [] }));
  return configurationElements(device, listConfiguration(device.configuration, wanted));
}

function leadsThrough(item: ConfigurationItem, steps: readonly LocationStep[]): boolean {
  const words = stepsOf.get(item) ?? [];
  for (const [depth, { name, anyDepth }] of steps.entries()) {
    if (anyDepth) return true;
    if (name !== "*" && words[depth]?.name !== name) return false;
  }
  return true;
}

/** `Zones Zone [1..1000] Name` as its words, of which the second is that of a list. */
function readSteps(template: string): readonly Step[] {
  const words = template.split(" ");
  return words.flatMap((name, place) =>
    name.startsWith("[") ? [] : [{ name, list: words[place + 1]?.startsWith("[") === true }],
  );
}

/** With so many children or fewer, looking through them is quicker than an index. */
const FEW = 16;

/** Finds the child of an element, or adds it. */
class ChildIndex {
  readonly #known = new Map<GrowingElement, Map<string, GrowingElement>>();

  of(parent: GrowingElement, name: string, item: number): GrowingElement {
    const siblings = (parent.children ??= []);
    const present =
      siblings.length > FEW
        ? this.#index(parent, siblings).get(`${name} ${item}`)
        : siblings.find((one) => one.name === name && one.item === item);
    if (present) return present;
    const added: GrowingElement = { name, item };
    siblings.push(added);
    this.#known.get(parent)?.set(`${name} ${item}`, added);
    return added;
  }

  #index(parent: GrowingElement, siblings: readonly GrowingElement[]): Map<string, GrowingElement> {
    let index = this.#known.get(parent);
    if (!index) {
      index = new Map(siblings.map((one) => [`${one.name} ${one.item}`, one]));
      this.#known.set(parent, index);
    }
    return index;
  }
}
