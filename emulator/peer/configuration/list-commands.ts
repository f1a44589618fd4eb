import type { CommandHandlers } from "../core/command-handler.ts";
import type { Part } from "../core/part.ts";
import type { Configuration } from "./configuration.ts";
import { placeCommandHandlers } from "./place-commands.ts";
import { rowCommandHandlers } from "./row-commands.ts";

/** The commands that come with the lists of the configuration: what each does is said by the row of its list. */
export class ListCommands implements Part {
  readonly name = "list commands";
  readonly commands: CommandHandlers;

  constructor(configuration: Configuration) {
    this.commands = { ...rowCommandHandlers(configuration), ...placeCommandHandlers(configuration) };
  }
}
