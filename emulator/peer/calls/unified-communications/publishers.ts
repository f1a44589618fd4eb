import type { CommandHandler, CommandHandlers } from "../../core/command-handler.ts";
import type { Unimplemented } from "../../configuration/commands/unimplemented.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import { rowCommandHandlers, type RowCommands } from "../../configuration/row-commands.ts";
import type { Part } from "../../core/part.ts";

const items = {
  Address: "Address",
  Axlusername: "AxlUserName",
  Axlpassword: "AxlPassword",
  CertValidationDisabled: "CertValidationDisabled",
} as const;

/** Unified CM publishers, which the commands know by their addresses. */
export const unifiedCmRows = {
  list: "CollaborationEdge UnifiedCM",
  add: "CUCMConfigAdd",
  remove: "CUCMConfigDelete",
  idArgument: "Address",
  namedBy: "Address",
  items,
} as const satisfies RowCommands;

/** IM and Presence publishers. */
export const impRows = {
  list: "CollaborationEdge IMP",
  add: "XMPPDiscovery",
  remove: "XMPPDelete",
  idArgument: "Address",
  namedBy: "Address",
  items,
} as const satisfies RowCommands;

/** The publishers that mobile and remote access is set up with. They are kept; nobody is asked by AXL what is behind them. */
export class Publishers implements Part {
  readonly name = "publishers";
  readonly commands: CommandHandlers;

  constructor(configuration: Configuration, unimplemented: Unimplemented) {
    const kept = rowCommandHandlers(configuration, [unifiedCmRows, impRows]);
    const thenLog =
      (handler: CommandHandler | undefined): CommandHandler =>
      (args, actor) => {
        unimplemented.note(`look-up of the publisher ${args["Address"]} by AXL`);
        if (!handler) throw new RangeError("a list of publishers has no command to add one");
        return handler(args, actor);
      };
    this.commands = { ...kept, CUCMConfigAdd: thenLog(kept.CUCMConfigAdd), XMPPDiscovery: thenLog(kept.XMPPDiscovery) };
  }
}
