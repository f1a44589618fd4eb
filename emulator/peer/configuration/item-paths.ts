import { configurationItems } from "../../model/configuration/index.ts";
import type { ConfigurationItem } from "../../model/types.ts";

/** A concrete item: the table row and the indices that stand for its ranges, in order. */
export interface FoundItem {
  readonly item: ConfigurationItem;
  readonly indices: readonly number[];
}

const range = /\[(\d+)\.\.(\d+)\]/g;
const indexWord = / ([1-9]\d*)(?= |$)/g;

interface KnownItem {
  readonly item: ConfigurationItem;
  readonly ranges: readonly { readonly first: number; readonly last: number }[];
}

/** The items by their path with `#` for every index. */
const itemsByShape: ReadonlyMap<string, KnownItem> = new Map(
  configurationItems.map((item) => [
    item.path.replaceAll(range, "#"),
    {
      item,
      ranges: Array.from(item.path.matchAll(range), ([, first, last]) => ({
        first: Number(first),
        last: Number(last),
      })),
    },
  ]),
);

/**
 * The item of a concrete path in the table's spelling, `Zones Zone 3 Name`; undefined when there is none or an index
 * is outside its range. Words typed by a person go through `resolveWords`.
 */
export function findItem(path: string): FoundItem | undefined {
  const indices: number[] = [];
  const shape = path.replaceAll(indexWord, (_, index: string) => {
    indices.push(Number(index));
    return " #";
  });
  const known = itemsByShape.get(shape);
  if (
    known === undefined ||
    !known.ranges.every(({ first, last }, position) => within(indices[position], first, last))
  ) {
    return undefined;
  }
  return { item: known.item, indices };
}

/**
 * A path with its index ranges replaced by indices from the left, `Zones Zone 3 Name`. Indices left over are ignored,
 * so that the indices of an item also fill the path of an item beside it. Throws RangeError when one is missing.
 */
export function concretePath(template: string, indices: readonly number[]): string {
  const parts = partsOf(template);
  let path = parts[0] ?? "";
  for (let position = 1; position < parts.length; position++) {
    const index = indices[position - 1];
    if (index === undefined) throw new RangeError(`${template} needs ${position} indices, not ${indices.length}`);
    path += `${index}${parts[position]}`;
  }
  return path;
}

/** What stands between the index ranges; kept, because listings fill the same few hundred templates again and again. */
function partsOf(template: string): readonly string[] {
  let parts = splitTemplates.get(template);
  if (parts === undefined) {
    parts = template.split(/\[\d+\.\.\d+\]/);
    splitTemplates.set(template, parts);
  }
  return parts;
}

const splitTemplates = new Map<string, readonly string[]>();

/** The concrete path of the innermost row that holds an item, `Zones Zone 3`; undefined for an item outside any list. */
export function rowPath(template: string, indices: readonly number[]): string | undefined {
  const end = template.lastIndexOf("]");
  return end === -1 ? undefined : concretePath(template.slice(0, end + 1), indices);
}

function within(index: number | undefined, first: number, last: number): boolean {
  return index !== undefined && index >= first && index <= last;
}
