import type { CommandName } from "../../model/commands/index.ts";
import { rowCommands, type RowListName } from "../../model/configuration/lists.ts";
import type { Actor } from "../core/actor.ts";
import type { CommandArguments, CommandHandler, CommandHandlers, CommandResult } from "../core/command-handler.ts";
import type { Change } from "../core/configuration-change.ts";
import type { Configuration } from "./configuration.ts";

/** The Add and Delete commands of all lists whose rows come and go, but for those that a part handles. */
export function rowCommandHandlers(configuration: Configuration): CommandHandlers {
  const handlers: Partial<Record<CommandName, CommandHandler>> = {};
  for (const list of Object.keys(rowCommands) as RowListName[]) {
    const { add, remove, handledByPart } = rowCommands[list];
    if (handledByPart) continue;
    handlers[add] = (args, actor) => addRow(configuration, list, args, actor);
    handlers[remove] = (args, actor) => deleteRow(configuration, list, args, actor);
  }
  return handlers;
}

/** The row that an Add command makes, or why it makes none. */
export type PlannedRow =
  | { readonly ok: true; readonly index: number; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly reason: string };

/** The lowest place for a new row, or undefined when there is none. */
export function freePlace(configuration: Configuration, list: RowListName): number | undefined {
  const { alsoTakenIn } = rowCommands[list];
  return configuration.rows.firstFree(list, alsoTakenIn === undefined ? [] : [alsoTakenIn]);
}

function addRow(configuration: Configuration, list: RowListName, args: CommandArguments, actor: Actor): CommandResult {
  const planned = planRow(configuration, list, args);
  if (!planned.ok) return planned;
  const result = configuration.set(planned.changes, actor);
  return result.ok ? { ok: true, values: { Id: planned.index } } : { ok: false, reason: result.reason };
}

/** What an Add command with these arguments changes, for whoever sets more items of the row in the same set. */
export function planRow(configuration: Configuration, list: RowListName, args: CommandArguments): PlannedRow {
  const { id, namedBy, withoutItem = {}, items } = rowCommands[list];
  const index = freePlace(configuration, list);
  if (index === undefined) {
    const most = configuration.rows.most(list);
    return { ok: false, reason: `no more rows can be added to ${list}: all ${most} are taken` };
  }
  const named = namedBy === undefined ? undefined : args[id];
  if (named?.trim() === "") return { ok: false, reason: `Argument "${id}": the name is blank` };
  for (const [argument, only] of Object.entries(withoutItem)) {
    if (args[argument] === only) continue;
    const reason = `Argument "${argument}": ${args[argument]} is not implemented by the emulator, which has no item for it; leave it at ${only}`;
    return { ok: false, reason };
  }
  const changes: Change[] = [];
  for (const [argument, item] of Object.entries(items)) {
    const value = args[argument];
    if (value !== undefined) changes.push({ path: `${list} ${index} ${item}`, value });
  }
  return { ok: true, index, changes: [...changes, ...configuration.companyOf(list).onAdd(index, args)] };
}

function deleteRow(
  configuration: Configuration,
  list: RowListName,
  args: CommandArguments,
  actor: Actor,
): CommandResult {
  const rows = configuration.rows.of(list);
  const { id } = rowCommands[list];
  const named = args[id];
  const index = rows.find((row) => named === rowId(configuration, list, row));
  if (index === undefined) {
    const present = rows.map((row) => rowId(configuration, list, row)).join(", ") || "none";
    return { ok: false, reason: `${id} ${named} does not exist; there are: ${present}` };
  }
  const paths = configuration.rows.itemsOf(list, index);
  const changes = paths.map((path): Change => ({ path, value: null }));
  const result = configuration.set([...changes, ...configuration.companyOf(list).onDelete(index)], actor);
  return result.ok ? { ok: true } : { ok: false, reason: result.reason };
}

/** What the Delete command calls a row. */
export function rowId(configuration: Configuration, list: RowListName, row: number): string {
  const { namedBy } = rowCommands[list];
  return namedBy === undefined ? String(row) : (configuration.read(`${list} ${row} ${namedBy}`) ?? "");
}
