import type { CommandName } from "../../model/commands/index.ts";
import type { Actor } from "../core/actor.ts";
import type { CommandArguments, CommandHandler, CommandHandlers, CommandResult } from "../core/command-handler.ts";
import type { Change } from "../core/configuration-change.ts";
import type { Configuration } from "./configuration.ts";

/** A list whose rows an Add and a Delete command create and remove. */
export interface RowCommands {
  readonly list: string;
  /** Another list whose rows take the same places: a new row is in neither. */
  readonly alsoTakenIn?: string;
  readonly add: CommandName;
  readonly remove: CommandName;
  /** The argument of the Delete command that names the row. */
  readonly idArgument: string;
  /** The item of which that argument has the value, where it is not the number of the row. */
  readonly namedBy?: string;
  /** Argument of the Add command to the item that it sets, by the words after the row. */
  readonly items: Readonly<Record<string, string>>;
  /** Arguments of the Add command for which there is no item, and the only value that each can have. */
  readonly withoutItem?: Readonly<Record<string, string>>;
  /** More changes that go with a new row, in the same set. */
  readonly alsoOnAdd?: (configuration: Configuration, index: number, args: CommandArguments) => readonly Change[];
  readonly alsoOnDelete?: (configuration: Configuration, index: number) => readonly Change[];
}

/** The Add and Delete commands of some lists. */
export function rowCommandHandlers(configuration: Configuration, lists: readonly RowCommands[]): CommandHandlers {
  const handlers: Partial<Record<CommandName, CommandHandler>> = {};
  for (const list of lists) {
    handlers[list.add] = (args, actor) => addRow(configuration, list, args, actor);
    handlers[list.remove] = (args, actor) => deleteRow(configuration, list, args, actor);
  }
  return handlers;
}

/** The row that an Add command makes, or why it makes none. */
export type PlannedRow =
  | { readonly ok: true; readonly index: number; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly reason: string };

/** The lowest place for a new row, or undefined when there is none. */
export const freePlace = (
  configuration: Configuration,
  { list, alsoTakenIn }: Pick<RowCommands, "list" | "alsoTakenIn">,
): number | undefined => configuration.rows.firstFree(list, alsoTakenIn === undefined ? [] : [alsoTakenIn]);

function addRow(configuration: Configuration, list: RowCommands, args: CommandArguments, actor: Actor): CommandResult {
  const planned = planRow(configuration, list, args);
  if (!planned.ok) return planned;
  const result = configuration.set(planned.changes, actor);
  return result.ok ? { ok: true, values: { Id: planned.index } } : { ok: false, reason: result.reason };
}

/** What an Add command with these arguments changes, for whoever sets more items of the row in the same set. */
export function planRow(configuration: Configuration, list: RowCommands, args: CommandArguments): PlannedRow {
  const index = freePlace(configuration, list);
  if (index === undefined) {
    const most = configuration.rows.most(list.list);
    return { ok: false, reason: `no more rows can be added to ${list.list}: all ${most} are taken` };
  }
  const named = list.namedBy === undefined ? undefined : args[list.idArgument];
  if (named?.trim() === "") return { ok: false, reason: `Argument "${list.idArgument}": the name is blank` };
  for (const [argument, only] of Object.entries(list.withoutItem ?? {})) {
    if (args[argument] === only) continue;
    const reason = `Argument "${argument}": ${args[argument]} is not implemented by the emulator, which has no item for it; leave it at ${only}`;
    return { ok: false, reason };
  }
  const changes: Change[] = [];
  for (const [argument, item] of Object.entries(list.items)) {
    const value = args[argument];
    if (value !== undefined) changes.push({ path: `${list.list} ${index} ${item}`, value });
  }
  return { ok: true, index, changes: [...changes, ...(list.alsoOnAdd?.(configuration, index, args) ?? [])] };
}

function deleteRow(
  configuration: Configuration,
  list: RowCommands,
  args: CommandArguments,
  actor: Actor,
): CommandResult {
  const rows = configuration.rows.of(list.list);
  const named = args[list.idArgument];
  const index = rows.find((row) => named === rowId(configuration, list, row));
  if (index === undefined) {
    const present = rows.map((row) => rowId(configuration, list, row)).join(", ") || "none";
    return { ok: false, reason: `${list.idArgument} ${named} does not exist; there are: ${present}` };
  }
  const paths = configuration.rows.itemsOf(list.list, index);
  const changes = paths.map((path): Change => ({ path, value: null }));
  const result = configuration.set([...changes, ...(list.alsoOnDelete?.(configuration, index) ?? [])], actor);
  return result.ok ? { ok: true } : { ok: false, reason: result.reason };
}

/** What the Delete command calls a row. */
export function rowId(
  configuration: Configuration,
  { list, namedBy }: Pick<RowCommands, "list" | "namedBy">,
  row: number,
): string {
  return namedBy === undefined ? String(row) : (configuration.read(`${list} ${row} ${namedBy}`) ?? "");
}
