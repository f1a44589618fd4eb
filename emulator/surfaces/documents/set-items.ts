import { configurationLists, type ItemPath } from "../../model/configuration/index.ts";
import type { ConfigurationItem } from "../../model/types.ts";
import type { Configuration } from "../../peer/configuration/configuration.ts";
import { concretePath, findItem } from "../../peer/configuration/item-paths.ts";
import { checkValue } from "../../peer/configuration/value-space.ts";
import type { Actor } from "../../peer/core/actor.ts";
import type { Change, ChangeResult } from "../../peer/core/configuration-change.ts";
import type { Device } from "../../peer/device.ts";
import { isShown } from "./configuration-listing.ts";
import { CIPHER_PREFIX, cipherText } from "./printed-value.ts";

/** An item by its concrete path, and the value that somebody wants it to have. */
export interface ItemValue {
  readonly path: string;
  readonly value: string;
}

const mostRowsNamed = 10;

/** What a request changes, or the item that it cannot change. */
export type PlannedChanges =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly path: string; readonly reason: string };

/**
 * Sets items as the CLI and `putxml` do, all or none. Rows of lists come and go by commands, so an item of a row that
 * does not exist is refused, and so is one that the listings would not show. A cipher text that stands for the present
 * secret changes nothing: a document that was read can be written back.
 */
export function setItems(device: Device, wanted: readonly ItemValue[], actor: Actor): ChangeResult {
  const planned = planItems(device, wanted);
  return planned.ok ? device.configuration.set(planned.changes, actor) : planned;
}

/**
 * The changes that `setItems` makes.
 * @param alongside changes of the same set that make a row, whose items may then be set
 */
export function planItems(
  device: Device,
  wanted: readonly ItemValue[],
  alongside: readonly Change[] = [],
): PlannedChanges {
  const { configuration } = device;
  const after = new Map([
    ...alongside.map(({ path, value }) => [path, value ?? ""] as const),
    ...wanted.map(({ path, value }) => [path, canonical(path, value)] as const),
  ]);
  const readAfter = (path: ItemPath): string => after.get(path) ?? configuration.get(path);
  const changes: Change[] = [];
  for (const { path, value } of wanted) {
    const found = findItem(path);
    if (!found) return { ok: false, path, reason: `there is no item "${path}"` };
    const { item, indices } = found;
    const reason =
      missingRow(configuration, path, item, indices, alongside) ?? notShown(path, item, indices, readAfter);
    if (reason !== undefined) return { ok: false, path, reason };
    const present = configuration.get(path as ItemPath);
    if (item.values.kind === "secret" && value.startsWith(CIPHER_PREFIX)) {
      if (value === cipherText(device, path, present)) continue;
      return { ok: false, path, reason: "the cipher text is not that of the present value: give the text in clear" };
    }
    // Some defaults are outside their value spaces: an address that is not set is shorter than any address.
    const reset = value === item.default && !configuration.rows.isRowItem(path);
    if (value !== present) changes.push({ path, value: reset ? null : value });
  }
  return { ok: true, changes };
}

/** Why an item cannot be read or written now, undefined when it can. */
export function whyAbsent(configuration: Configuration, path: string): string | undefined {
  const found = findItem(path);
  if (!found) return undefined;
  return (
    missingRow(configuration, path, found.item, found.indices) ??
    notShown(path, found.item, found.indices, (other) => configuration.get(other))
  );
}

function canonical(path: string, value: string): string {
  const found = findItem(path);
  const checked = found && checkValue(found.item.values, value);
  return checked?.ok ? checked.value : value;
}

function missingRow(
  configuration: Configuration,
  path: string,
  item: ConfigurationItem,
  [index]: readonly number[],
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

function notShown(
  path: string,
  item: ConfigurationItem,
  indices: readonly number[],
  read: (path: ItemPath) => string,
): string | undefined {
  const { shownWhen } = item;
  if (!shownWhen || isShown(item, indices, read)) return undefined;
  return `${path} applies only while ${concretePath(shownWhen.path, indices)} is ${shownWhen.values.join(" or ")}`;
}
