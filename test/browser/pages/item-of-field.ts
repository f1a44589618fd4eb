import { configurationItems } from "../../../emulator/model/configuration/index.ts";
import type { ConfigurationItem } from "../../../emulator/model/types.ts";

/** An item of the configuration that a page has a field for. */
export interface FieldItem {
  readonly path: string;
  readonly item: ConfigurationItem;
}

/** Each item with what its fields are called: the path in lower case, its words and numbers joined by `_`. */
const fieldNames = configurationItems.map((item) => ({
  item,
  pattern: new RegExp(
    `^${item.path
      .toLowerCase()
      .replaceAll(/ \[[^\]]*\]/g, String.raw` (\d+)`)
      .replaceAll(" ", "_")}$`,
  ),
}));

/** @returns undefined for a field that stands for no item */
export function itemOfField(name: string): FieldItem | undefined {
  for (const { item, pattern } of fieldNames) {
    const found = pattern.exec(name);
    if (!found) continue;
    const numbers = found.slice(1);
    return { item, path: item.path.replaceAll(/\[[^\]]*\]/g, () => numbers.shift() ?? "") };
  }
  return undefined;
}
