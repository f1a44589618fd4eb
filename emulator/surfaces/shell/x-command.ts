import { writeResult } from "../../../protocol/xapi/cli-writer.ts";
import type { CommandLine } from "../../../protocol/xapi/command-line.ts";
import type { Command } from "../../model/types.ts";
import { findCommand } from "../../peer/configuration/commands/commands.ts";
import type { Actor } from "../../peer/core/actor.ts";
import type { Device } from "../../peer/device.ts";
import { resultElements } from "../documents/result-elements.ts";
import { linesOfDocument, writeDocument } from "../documents/write-document.ts";
import { done, refused } from "./answers.ts";
import type { Answer } from "./shell.ts";
import { commandHelp, explainCommand } from "./x-command-help.ts";
import type { ShellPreferences } from "./x-preferences.ts";

interface Argument {
  readonly name: string;
  readonly value: string;
}

/** `xCommand`: runs a command of the table, or explains it. */
export async function xCommand(
  device: Device,
  line: CommandLine,
  actor: Actor,
  { commandResultAsXml }: Pick<ShellPreferences, "commandResultAsXml">,
): Promise<Answer> {
  const [, ...words] = line.words;
  if (words.length === 0) {
    const [stray] = line.args;
    return stray ? refused(`"${stray.name}: ${stray.value}" before the name of a command`) : commandHelp(line.help);
  }
  const found = findByWords(words);
  if (!found.ok) return refused(found.reason);
  const { command, rest } = found;
  if (line.help !== undefined) return done(explainCommand(command));
  const bare = line.value === undefined ? rest : [...rest, line.value];
  if (bare.length === 0 && line.args.length === 0 && command.parameters.some((parameter) => parameter.required)) {
    return done(explainCommand(command));
  }
  if (!device.commands.implements(command)) return refused(device.unimplemented.note(`xCommand ${command.name}`));
  const positional = inReferenceOrder(command, bare);
  if (typeof positional === "string") return refused(positional);
  const result = await device.commands.run(command, [...positional, ...line.args], actor);
  const status = result.ok ? "OK" : "Error";
  const children = resultElements(result);
  const answer = done(
    commandResultAsXml
      ? linesOfDocument(
          writeDocument(device, "Command", [{ name: "Result", item: 1, attributes: { status }, children }]),
        )
      : writeResult(status, children),
  );
  // The request was understood, so the answer ends with OK (API guide of the predecessor, 2.4); a program sees the status.
  if (!result.ok) return { ...answer, status: 1 };
  return { ...answer, ...(result.afterAnswer && { afterAnswer: result.afterAnswer }) };
}

type Found =
  | { readonly ok: true; readonly command: Command; readonly rest: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** The command that the first words name. Names are one word on the device, newer guides print them with blanks. */
function findByWords(words: readonly string[]): Found {
  for (let taken = words.length; taken > 0; taken--) {
    const found = findCommand(words.slice(0, taken).join(""));
    if (found.ok) return { ok: true, command: found.command, rest: words.slice(taken) };
  }
  const first = findCommand(words[0] ?? "");
  return first.ok ? { ok: true, command: first.command, rest: words.slice(1) } : first;
}

/** Values without names stand for the arguments in the order of the reference (API guide of the predecessor, 2.4). */
function inReferenceOrder({ name, parameters }: Command, values: readonly string[]): readonly Argument[] | string {
  const args: Argument[] = [];
  for (const [place, value] of values.entries()) {
    const parameter = parameters[place];
    if (!parameter) {
      const takes = parameters.map((known) => known.name).join(", ") || "no arguments";
      return `"${value}" is one value too many: ${name} takes ${takes}`;
    }
    args.push({ name: parameter.index === undefined ? parameter.name : `${parameter.name}.1`, value });
  }
  return args;
}
