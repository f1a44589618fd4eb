import { rowCommands, type RowListName } from "../../model/configuration/lists.ts";
import type { Actor } from "../core/actor.ts";
import { checkArguments, findCommand } from "./commands/commands.ts";
import { planRow } from "./row-commands.ts";
import { type ItemValue, planItems, type WrittenPeer } from "./set-items.ts";
import { checkValue } from "./value-space.ts";

/**
 * The row that was made, or why none was; `item` is the one at fault, by its words after the row, where it was one. Where the reason is
 * `about` that item alone it does not name it.
 */
export type RowResult =
  | { readonly ok: true; readonly index: number }
  | { readonly ok: false; readonly reason: string; readonly item?: string; readonly about?: "item" };

/**
 * Makes a row of a list as its Add command does, with whatever else is said of it, in one set.
 * @param values of items by their words after the row
 */
export function createRow(
  peer: WrittenPeer,
  list: RowListName,
  values: ReadonlyMap<string, string>,
  actor: Actor,
): RowResult {
  const { configuration } = peer;
  const { add, items } = rowCommands[list];
  const found = findCommand(add);
  if (!found.ok) return found;
  const args: { name: string; value: string }[] = [];
  const further = new Map(values);
  for (const { name, values: space } of found.command.parameters) {
    const item = items[name];
    const value = item === undefined ? undefined : values.get(item);
    if (item === undefined || value === undefined) continue;
    // A command may allow less than the item.
    const checked = checkValue(space, value);
    if (!checked.ok) return { ok: false, reason: checked.reason, item };
    args.push({ name, value: checked.value });
    further.delete(item);
  }
  const checked = checkArguments(found.command, args);
  if (!checked.ok) return checked;
  const planned = planRow(configuration, list, checked.args);
  if (!planned.ok) return planned;
  const row = `${list} ${planned.index} `;
  const rest = [...further].map(([words, value]): ItemValue => ({ path: row + words, value }));
  const more = planItems(peer, rest, planned.changes);
  const result = more.ok ? configuration.set([...planned.changes, ...more.changes], actor) : more;
  if (result.ok) return { ok: true, index: planned.index };
  return {
    ok: false,
    reason: result.reason,
    ...(result.path.startsWith(row) && { item: result.path.slice(row.length) }),
    ...(!more.ok && { about: "item" }),
  };
}
