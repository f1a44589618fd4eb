import type { CommandName } from "../../model/commands/index.ts";
import type { Actor } from "../core/actor.ts";
import type { CommandArguments, CommandHandler, CommandHandlers, CommandResult } from "../core/command-handler.ts";
import type { Change } from "../core/configuration-change.ts";
import type { Configuration } from "./configuration.ts";
import { findItem } from "./item-paths.ts";

/** A list with a fixed number of places, which an Add command fills and a Delete command empties. */
export interface PlaceCommands {
  readonly list: string;
  readonly places: number;
  readonly add: CommandName;
  readonly remove: CommandName;
  /** Argument of the commands to the item that it sets, by the words after the place. */
  readonly items: Readonly<Record<string, string>>;
  /** The arguments that tell a server from another; the first of them is empty in a place that is free. */
  readonly reportedBy: readonly [string, ...string[]];
  /** The argument of the Add command that names the place; 0 stands for the first that is free (assumed). */
  readonly placeArgument?: string;
}

/** The Add and Delete commands of some lists with fixed places. */
export function placeCommandHandlers(configuration: Configuration, lists: readonly PlaceCommands[]): CommandHandlers {
  const handlers: Partial<Record<CommandName, CommandHandler>> = {};
  for (const list of lists) {
    handlers[list.add] = (args, actor) => fill(configuration, list, args, actor);
    handlers[list.remove] = (args, actor) => empty(configuration, list, args, actor);
  }
  return handlers;
}

function fill(configuration: Configuration, list: PlaceCommands, args: CommandArguments, actor: Actor): CommandResult {
  const [first] = list.reportedBy;
  if (args[first]?.trim() === "") return { ok: false, reason: `Argument "${first}" is blank` };
  const same = find(configuration, list, args);
  if (same !== undefined) return { ok: false, reason: `${list.list} ${same} is ${words(configuration, list, same)}` };
  const free = freePlaces(configuration, list);
  const wanted = Number(args[list.placeArgument ?? ""] ?? 0);
  const place = wanted === 0 ? free[0] : wanted;
  if (place === undefined) return { ok: false, reason: `all ${list.places} places of ${list.list} are taken` };
  if (!free.includes(place)) {
    const reason = `${list.list} ${place} is taken by ${words(configuration, list, place)}; free: ${free.join(", ") || "none"}`;
    return { ok: false, reason };
  }
  const changes = Object.entries(list.items).map(([argument, item]): Change => ({
    path: `${list.list} ${place} ${item}`,
    value: args[argument] ?? null,
  }));
  const result = configuration.set(changes, actor);
  return result.ok ? { ok: true, values: { Id: place } } : { ok: false, reason: `${result.path}: ${result.reason}` };
}

function empty(configuration: Configuration, list: PlaceCommands, args: CommandArguments, actor: Actor): CommandResult {
  const missing = list.reportedBy.filter((argument) => !args[argument]);
  if (missing.length > 0) return { ok: false, reason: `Missing argument: ${missing.join(", ")}` };
  const place = find(configuration, list, args);
  if (place === undefined) {
    const present = takenPlaces(configuration, list).map((taken) => words(configuration, list, taken));
    const wanted = list.reportedBy.map((argument) => args[argument]).join(" ");
    return { ok: false, reason: `${wanted} is not in ${list.list}; there are: ${present.join(", ") || "none"}` };
  }
  const changes = Object.values(list.items).map((item) => ({ path: `${list.list} ${place} ${item}`, value: null }));
  const result = configuration.set(changes, actor);
  return result.ok ? { ok: true } : { ok: false, reason: `${result.path}: ${result.reason}` };
}

/** The place of the server that arguments tell of; what they leave out has the default of its item. */
function find(configuration: Configuration, list: PlaceCommands, args: CommandArguments): number | undefined {
  return takenPlaces(configuration, list).find((place) =>
    list.reportedBy.every((argument) => {
      const wanted = args[argument] ?? findItem(pathOf(list, place, argument))?.item.default;
      return configuration.read(pathOf(list, place, argument)) === wanted;
    }),
  );
}

function takenPlaces(configuration: Configuration, list: PlaceCommands): readonly number[] {
  return placesOf(list).filter((place) => valueOf(configuration, list, place, list.reportedBy[0]) !== "");
}

function freePlaces(configuration: Configuration, list: PlaceCommands): readonly number[] {
  return placesOf(list).filter((place) => valueOf(configuration, list, place, list.reportedBy[0]) === "");
}

const placesOf = ({ places }: PlaceCommands): readonly number[] =>
  Array.from({ length: places }, (_, index) => index + 1);

const pathOf = ({ list, items }: PlaceCommands, place: number, argument: string): string =>
  `${list} ${place} ${items[argument] ?? argument}`;

const valueOf = (configuration: Configuration, list: PlaceCommands, place: number, argument: string): string =>
  configuration.read(pathOf(list, place, argument)) ?? "";

const words = (configuration: Configuration, list: PlaceCommands, place: number): string =>
  list.reportedBy.map((argument) => valueOf(configuration, list, place, argument)).join(" ");
