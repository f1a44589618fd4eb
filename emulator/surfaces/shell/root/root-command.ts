import type { Actor } from "../../../peer/core/actor.ts";
import type { Device } from "../../../peer/device.ts";
import { resolvePath } from "../../../peer/maintenance/files/resolve-path.ts";
import type { Answer } from "../shell.ts";

/** What a command of root works on. */
export interface RootContext {
  readonly device: Device;
  readonly actor: Actor;
  /** The working directory, resolved. */
  directory: string;
}

/** What a command says, apart from what it says of mistakes: that goes past a pipe. */
export interface RootAnswer extends Answer {
  readonly mistakes?: readonly string[];
}

/** A word of the root shell. */
export interface RootCommand {
  readonly name: string;
  /** What follows the name: `[-n N] [FILE]...` */
  readonly usage: string;
  /** Whether it says of each line what it says of it among others: such a command may stand behind one that goes on. */
  readonly takesLinesAlone?: (args: readonly string[]) => boolean;
  /** @param input the lines of the command before it in a pipe; undefined for the first */
  readonly run: (
    args: readonly string[],
    context: RootContext,
    input: readonly string[] | undefined,
  ) => RootAnswer | Promise<RootAnswer>;
}

export const say = (...lines: readonly string[]): RootAnswer => ({ lines, status: 0 });

export const fail = (mistake: string, status = 1): RootAnswer => ({ lines: [], mistakes: [mistake], status });

export const absolute = (context: RootContext, path: string): string => resolvePath(context.directory, path);

/** The lines of a file or of what is piped in; its last line end ends the last line. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
