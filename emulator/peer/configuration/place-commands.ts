import type { CommandName } from "../../model/commands/index.ts";
import { placeCommands, type PlaceListName, placesOf } from "../../model/configuration/lists.ts";
import type { Actor } from "../core/actor.ts";
import type { CommandArguments, CommandHandler, CommandHandlers, CommandResult } from "../core/command-handler.ts";
import type { Change } from "../core/configuration-change.ts";
import type { Configuration } from "./configuration.ts";
import { findItem } from "./item-paths.ts";

/** The Add and Delete commands of all lists with a fixed number of places, which they fill and empty. */
export function placeCommandHandlers(configuration: Configuration): CommandHandlers {
  const handlers: Partial<Record<CommandName, CommandHandler>> = {};
  for (const list of Object.keys(placeCommands) as PlaceListName[]) {
    const { add, remove } = placeCommands[list];
    handlers[add] = (args, actor) => fill(configuration, list, args, actor);
    handlers[remove] = (args, actor) => empty(configuration, list, args, actor);
  }
  return handlers;
}

function fill(configuration: Configuration, list: PlaceListName, args: CommandArguments, actor: Actor): CommandResult {
  const { reportedBy, placeArgument = "", items } = placeCommands[list];
  const [first] = reportedBy;
  if (args[first]?.trim() === "") return { ok: false, reason: `Argument "${first}" is blank` };
  const same = find(configuration, list, args);
  if (same !== undefined) return { ok: false, reason: `${list} ${same} is ${words(configuration, list, same)}` };
  const free = freePlaces(configuration, list);
  const wanted = Number(args[placeArgument] ?? 0);
  const place = wanted === 0 ? free[0] : wanted;
  if (place === undefined) return { ok: false, reason: `all ${placesOf(list)} places of ${list} are taken` };
  if (!free.includes(place)) {
    const reason = `${list} ${place} is taken by ${words(configuration, list, place)}; free: ${free.join(", ") || "none"}`;
    return { ok: false, reason };
  }
  const changes = Object.entries(items).map(([argument, item]): Change => ({
    path: `${list} ${place} ${item}`,
    value: args[argument] ?? null,
  }));
  const result = configuration.set(changes, actor);
  return result.ok ? { ok: true, values: { Id: place } } : { ok: false, reason: `${result.path}: ${result.reason}` };
}

function empty(configuration: Configuration, list: PlaceListName, args: CommandArguments, actor: Actor): CommandResult {
  const { reportedBy, items } = placeCommands[list];
  const missing = reportedBy.filter((argument) => !args[argument]);
  if (missing.length > 0) return { ok: false, reason: `Missing argument: ${missing.join(", ")}` };
  const place = find(configuration, list, args);
  if (place === undefined) {
    const present = takenPlaces(configuration, list).map((taken) => words(configuration, list, taken));
    const wanted = reportedBy.map((argument) => args[argument]).join(" ");
    return { ok: false, reason: `${wanted} is not in ${list}; there are: ${present.join(", ") || "none"}` };
  }
  const changes = Object.values(items).map((item) => ({ path: `${list} ${place} ${item}`, value: null }));
  const result = configuration.set(changes, actor);
  return result.ok ? { ok: true } : { ok: false, reason: `${result.path}: ${result.reason}` };
}

/** The place of the server that arguments tell of; what they leave out has the default of its item. */
function find(configuration: Configuration, list: PlaceListName, args: CommandArguments): number | undefined {
  return takenPlaces(configuration, list).find((place) =>
    placeCommands[list].reportedBy.every((argument) => {
      const wanted = args[argument] ?? findItem(pathOf(list, place, argument))?.item.default;
      return configuration.read(pathOf(list, place, argument)) === wanted;
    }),
  );
}

const takenPlaces = (configuration: Configuration, list: PlaceListName): readonly number[] =>
  placesWhere(configuration, list, (first) => first !== "");

const freePlaces = (configuration: Configuration, list: PlaceListName): readonly number[] =>
  placesWhere(configuration, list, (first) => first === "");

/** The places of which the first item that tells a server passes. */
function placesWhere(
  configuration: Configuration,
  list: PlaceListName,
  passes: (first: string) => boolean,
): readonly number[] {
  const [first] = placeCommands[list].reportedBy;
  const places = Array.from({ length: placesOf(list) }, (_, index) => index + 1);
  return places.filter((place) => passes(valueOf(configuration, list, place, first)));
}

const pathOf = (list: PlaceListName, place: number, argument: string): string =>
  `${list} ${place} ${placeCommands[list].items[argument] ?? argument}`;

const valueOf = (configuration: Configuration, list: PlaceListName, place: number, argument: string): string =>
  configuration.read(pathOf(list, place, argument)) ?? "";

const words = (configuration: Configuration, list: PlaceListName, place: number): string =>
  placeCommands[list].reportedBy.map((argument) => valueOf(configuration, list, place, argument)).join(" ");
