import { configurationLists, type ItemPath } from "../../model/configuration/index.ts";
import type { ConfigurationItem } from "../../model/types.ts";
import type { Change } from "../core/configuration-change.ts";
import type { Configuration } from "./configuration.ts";
import { concretePath, findItem, type FoundItem } from "./item-paths.ts";

const mostRowsNamed = 10;

/** Whether an item means something beside the values that `read` gives. */
export function isShown(
  { shownWhen }: ConfigurationItem,
  indices: readonly number[],
  read: (path: ItemPath) => string,
): boolean {
  return !shownWhen || shownWhen.values.includes(read(concretePath(shownWhen.path, indices) as ItemPath));
}

/** Why an item cannot be read or written now, undefined when it can. */
export function whyAbsent(configuration: Configuration, path: string): string | undefined {
  const found = findItem(path);
  if (!found) return undefined;
  const notShown = whyNotShown(found, (other: ItemPath) => configuration.get(other));
  return whyNoRow(configuration, path, found) ?? (notShown === undefined ? undefined : `${path} ${notShown}`);
}

/**
 * Why the row of an item is not there, undefined where it is.
 * @param alongside changes of the same set that make a row
 */
export function whyNoRow(
  configuration: Configuration,
  path: string,
  { item, indices: [index] }: FoundItem,
  alongside: readonly Change[] = [],
): string | undefined {
  if (configuration.rows.exists(path)) return undefined;
  const list = configurationLists.find(({ rows, path: of }) => rows === "created" && item.path.startsWith(`${of} `));
  const prefix = list?.path.replace(/ \[[^\]]*\]$/, "") ?? "";
  if (alongside.some((change) => change.path.startsWith(`${prefix} ${index} `))) return undefined;
  const present = configuration.rows.of(prefix);
  const named = present.slice(0, mostRowsNamed).join(", ") + (present.length > mostRowsNamed ? ", …" : "");
  return `${prefix} ${index} does not exist; there are: ${named || "none"}`;
}

/** Why an item means nothing beside the values that `read` gives, undefined where it does; whoever says it names the item. */
export function whyNotShown({ item, indices }: FoundItem, read: (path: ItemPath) => string): string | undefined {
  const { shownWhen } = item;
  if (!shownWhen || isShown(item, indices, read)) return undefined;
  return `applies only while ${concretePath(shownWhen.path, indices)} is ${shownWhen.values.join(" or ")}`;
}
