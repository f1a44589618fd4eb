import type { CommandName } from "../../model/commands/index.ts";
import type { Actor } from "./actor.ts";
import type { StatusValue } from "./status-values.ts";

/** Arguments by name, checked against the command's table row; numbered ones as `Expression.1`. */
export type CommandArguments = Readonly<Record<string, string>>;

export type CommandResult =
  | {
      readonly ok: true;
      readonly values?: Readonly<Record<string, StatusValue>>;
      /** For the surface to call once the answer has left: what would cut the answer off. */
      readonly afterAnswer?: () => void;
    }
  | { readonly ok: false; readonly reason: string };

export type CommandHandler = (args: CommandArguments, actor: Actor) => CommandResult | Promise<CommandResult>;

/** What a part does about the commands it owns. A command that no part owns is not implemented by the emulator, and says so. */
export type CommandHandlers = Readonly<Partial<Record<CommandName, CommandHandler>>>;
