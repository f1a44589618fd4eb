import type { CommandName } from "../commands/index.ts";

/** The commands that make and delete the rows of a list: `LinkAdd`, `LinkDelete`. Their own rows are in `model/commands/`. */
export interface RowCommands {
  readonly add: CommandName;
  readonly remove: CommandName;
  /** The argument of the Delete command that names the row. */
  readonly id: string;
  /** The item of which that argument has the value, by the words after the row; absent where it is the number of the row. */
  readonly namedBy?: string;
  /** Argument of the Add command to the item that it sets, by the words after the row. */
  readonly items: Readonly<Record<string, string>>;
  /** Arguments of the Add command for which there is no item, and the only value that each can have. */
  readonly withoutItem?: Readonly<Record<string, string>>;
  /** Another list whose rows take the same places: a new row is in neither. */
  readonly alsoTakenIn?: string;
  /** Said where a part has handlers of its own for both, because more than rows comes and goes. */
  readonly handledByPart?: true;
}

/** The commands that fill and empty the places of a list with a fixed number of them: `NTPServerAdd`, `NTPServerDelete`. */
export interface PlaceCommands {
  readonly add: CommandName;
  readonly remove: CommandName;
  /** Argument of the commands to the item that it sets, by the words after the place. */
  readonly items: Readonly<Record<string, string>>;
  /** The arguments that tell a server from another; the first of them is empty in a place that is free. */
  readonly reportedBy: readonly [string, ...string[]];
  /** The argument of the Add command that names the place; 0 stands for the first that is free (assumed). */
  readonly placeArgument?: string;
}

/** A list that always has all its rows. */
export interface FixedList {
  /** The path up to and with the index range: `DNS Server [1..5]`. */
  readonly path: string;
  readonly rows: "fixed";
  /** Said where rows are left out of listings while they hold nothing: the 64 option keys. */
  readonly emptyRows?: "hidden";
  readonly commands?: PlaceCommands;
}

/** A list whose rows come and go, by its commands. */
export interface CreatedList {
  /** The path up to and with the index range: `Zones Zone [1..1000]`. */
  readonly path: string;
  readonly rows: "created";
  /** The words within the row of the item whose value is unique in the list, `Name`, if one is. */
  readonly uniqueItem?: string;
  readonly commands?: RowCommands;
}

/** A list of rows. */
export type ConfigurationList = FixedList | CreatedList;
