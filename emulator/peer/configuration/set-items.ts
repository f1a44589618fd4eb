import type { ItemPath } from "../../model/configuration/index.ts";
import type { Actor } from "../core/actor.ts";
import type { Change, ChangeResult } from "../core/configuration-change.ts";
import { CIPHER_PREFIX, type CipherKey, cipherText } from "./cipher-text.ts";
import type { Configuration } from "./configuration.ts";
import { findItem } from "./item-paths.ts";
import { whyNoRow, whyNotShown } from "./presence.ts";
import { checkValue } from "./value-space.ts";

/** An item by its concrete path, and the value that somebody wants it to have. */
export interface ItemValue {
  readonly path: string;
  readonly value: string;
}

/** A configuration that is written to, and what the texts that stand for its secrets are made with. */
export interface WrittenPeer extends CipherKey {
  readonly configuration: Configuration;
}

/** What a request changes, or the item that it cannot change. */
export type PlannedChanges =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly path: string; readonly reason: string };

/**
 * Sets items for somebody, all or none: the one door of all surfaces to the configuration. Rows of lists come and go by commands,
 * so an item of a row that does not exist is refused, and so is one that the listings would not show. A cipher text that
 * stands for the present secret changes nothing: a document that was read can be written back.
 */
export function setItems(peer: WrittenPeer, wanted: readonly ItemValue[], actor: Actor): ChangeResult {
  const planned = planItems(peer, wanted);
  return planned.ok ? peer.configuration.set(planned.changes, actor) : planned;
}

/**
 * The changes that `setItems` makes.
 * @param alongside changes of the same set that make a row, whose items may then be set
 */
export function planItems(
  peer: WrittenPeer,
  wanted: readonly ItemValue[],
  alongside: readonly Change[] = [],
): PlannedChanges {
  const { configuration } = peer;
  const after = new Map([
    ...alongside.map(({ path, value }) => [path, value ?? ""] as const),
    ...wanted.map(({ path, value }) => [path, canonical(path, value)] as const),
  ]);
  const readAfter = (path: ItemPath): string => after.get(path) ?? configuration.get(path);
  const changes: Change[] = [];
  for (const { path, value } of wanted) {
    const found = findItem(path);
    if (!found) return { ok: false, path, reason: `there is no item "${path}"` };
    const { item } = found;
    const reason = whyNoRow(configuration, path, found, alongside) ?? whyNotShown(found, readAfter);
    if (reason !== undefined) return { ok: false, path, reason };
    const present = configuration.get(path as ItemPath);
    if (item.values.kind === "secret" && value.startsWith(CIPHER_PREFIX)) {
      if (value === cipherText(peer, path, present)) continue;
      return { ok: false, path, reason: "the cipher text is not that of the present value: give the text in clear" };
    }
    const isRowItem = configuration.rows.isRowItem(path);
    // Some defaults are outside their value spaces: an address that is not set is shorter than any address.
    const reset = value === item.default && !isRowItem;
    // What is said of a new row is kept as it was said, where it equals the default too.
    const saidAnew = isRowItem && !configuration.rows.exists(path);
    if (value !== present || saidAnew) changes.push({ path, value: reset ? null : value });
  }
  return { ok: true, changes };
}

function canonical(path: string, value: string): string {
  const found = findItem(path);
  const checked = found && checkValue(found.item.values, value);
  return checked?.ok ? checked.value : value;
}
