import { commands as commandTable } from "../../../model/commands/index.ts";
import type { Command, CommandParameter } from "../../../model/types.ts";
import type { Actor } from "../../core/actor.ts";
import type { CommandArguments, CommandHandler, CommandHandlers, CommandResult } from "../../core/command-handler.ts";
import { checkValue } from "../value-space.ts";
import type { Unimplemented } from "./unimplemented.ts";

const byName: ReadonlyMap<string, Command> = new Map(
  commandTable.flatMap((command) =>
    [command.name, ...(command.aliases ?? [])].map((name) => [name.toLowerCase(), command]),
  ),
);

export type CommandLookup =
  { readonly ok: true; readonly command: Command } | { readonly ok: false; readonly reason: string };

/** Finds a command by a name in any case, or by a beginning that only it has. */
export function findCommand(name: string): CommandLookup {
  const wanted = name.toLowerCase();
  const exact = byName.get(wanted);
  if (exact) return { ok: true, command: exact };
  const candidates = new Set([...byName].filter(([known]) => known.startsWith(wanted)).map(([, command]) => command));
  const [only] = candidates;
  if (only && candidates.size === 1) return { ok: true, command: only };
  return {
    ok: false,
    reason:
      candidates.size === 0
        ? `Unknown command "${name}"`
        : `Ambiguous command "${name}": ${[...candidates].map((command) => command.name).join(", ")}`,
  };
}

/** Runs the commands of the table: checks their arguments and hands them to the part that owns them. */
export class Commands {
  readonly #handlers: Readonly<Record<string, CommandHandler | undefined>>;

  constructor(
    handlers: readonly CommandHandlers[],
    private readonly unimplemented: Unimplemented,
  ) {
    this.#handlers = Object.assign({}, ...handlers) as Record<string, CommandHandler>;
  }

  /** False for a command that answers "not implemented by the emulator". */
  implements(command: Command): boolean {
    return this.#handlers[command.name] !== undefined;
  }

  /** Arguments come as typed: names in any case, or a beginning that only one parameter has. */
  async run(command: Command, args: readonly { name: string; value: string }[], actor: Actor): Promise<CommandResult> {
    const checked = checkArguments(command, args);
    if (!checked.ok) return checked;
    const handler = this.#handlers[command.name];
    if (!handler) return { ok: false, reason: this.unimplemented.note(`xCommand ${command.name}`) };
    return handler(checked.args, actor);
  }
}

/** Arguments as typed, brought to the form of the table; those that are left out have their defaults. */
export function checkArguments(
  command: Command,
  args: readonly { name: string; value: string }[],
): { readonly ok: true; readonly args: CommandArguments } | { readonly ok: false; readonly reason: string } {
  const checked: Record<string, string> = {};
  for (const parameter of command.parameters)
    if (parameter.default !== undefined) checked[parameter.name] = parameter.default;
  const given = new Set<string>();
  for (const { name, value } of args) {
    const found = findParameter(command, name);
    if (typeof found === "string") return { ok: false, reason: found };
    if (given.has(found.name)) return { ok: false, reason: `Argument "${found.name}" is given twice` };
    const verdict = checkValue(found.parameter.values, value);
    if (!verdict.ok) return { ok: false, reason: `Argument "${found.name}": ${verdict.reason}` };
    given.add(found.name);
    checked[found.name] = verdict.value;
  }
  const missing = command.parameters.filter((parameter) => parameter.required && !given.has(parameter.name));
  if (missing.length > 0) {
    return { ok: false, reason: `Missing argument: ${missing.map((parameter) => parameter.name).join(", ")}` };
  }
  return { ok: true, args: checked };
}

/** The parameter of a typed name; one that repeats (`Expression [1..15]`) is typed with its number, `Expression.1`. */
function findParameter(command: Command, typed: string): { name: string; parameter: CommandParameter } | string {
  const [, base = typed, number] = /^(.+)\.(\d+)$/.exec(typed) ?? [];
  const wanted = base.toLowerCase();
  const candidates = command.parameters.filter(
    ({ name, index }) => (index !== undefined) === (number !== undefined) && name.toLowerCase().startsWith(wanted),
  );
  const exact = candidates.find((parameter) => parameter.name.toLowerCase() === wanted);
  const parameter = exact ?? (candidates.length === 1 ? candidates[0] : undefined);
  if (!parameter) {
    const allowed = command.parameters.map(argumentName).join(", ") || "no arguments";
    return `Unknown argument "${typed}": ${command.name} takes ${allowed}`;
  }
  if (number === undefined) return { name: parameter.name, parameter };
  const { first, last } = indexRange(parameter);
  const index = Number(number);
  if (index < first || index > last) return `Argument "${typed}" has no such number: ${first} to ${last}`;
  return { name: `${parameter.name}.${index}`, parameter };
}

/** How an argument is typed: `URL`, and `Expression.[1..15]` where it repeats. */
function argumentName({ name, index }: CommandParameter): string {
  return index === undefined ? name : `${name}.${index}`;
}

function indexRange({ name, index = "" }: CommandParameter): { first: number; last: number } {
  const [, first, last] = /^\[(\d+)\.\.(\d+)\]$/.exec(index) ?? [];
  if (first === undefined || last === undefined) throw new RangeError(`the argument ${name} has no index range`);
  return { first: Number(first), last: Number(last) };
}
