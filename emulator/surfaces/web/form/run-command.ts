import type { CommandName } from "../../../model/commands/index.ts";
import { findCommand } from "../../../peer/configuration/commands/commands.ts";
import type { CommandResult } from "../../../peer/core/command-handler.ts";
import type { Visit } from "../visit.ts";

export interface Argument {
  readonly name: string;
  readonly value: string;
}

/** Runs a command for somebody at a page, checked as on every other surface. */
export async function runCommand(
  { device, actor }: Visit,
  name: CommandName,
  args: readonly Argument[],
): Promise<CommandResult> {
  const found = findCommand(name);
  return found.ok ? device.commands.run(found.command, args, actor) : found;
}
