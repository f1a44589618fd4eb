import type { CommandName } from "../../../model/commands/index.ts";
import type { Command } from "../../../model/types.ts";
import { findCommand } from "../../../peer/configuration/commands/commands.ts";
import type { Visit } from "../visit.ts";
import { FieldRow } from "./field-row.tsx";
import { fromWords, type OptionWords, toWords } from "./option-words.ts";
import type { Argument } from "./run-command.ts";
import type { SentFields } from "./sent-fields.ts";

/** A field for an argument of a command, which it is named after. */
export interface CommandField {
  readonly argument: string;
  readonly label: string;
  readonly words?: OptionWords;
  /** What stands in the field at first, where the command has no default. */
  readonly first?: string;
  readonly choices?: (visit: Visit) => readonly string[];
}

export interface CommandFieldsProps {
  readonly visit: Visit;
  readonly command: CommandName;
  readonly fields: readonly CommandField[];
  /** What was typed, by argument. */
  readonly typed?: (argument: string) => string | undefined;
}

/** Fields for the arguments of a command: range and help come from its row. */
export function CommandFields({ visit, command, fields, typed }: CommandFieldsProps) {
  return (
    <>
      {fields.map((field) => {
        const { argument, label, words, first, choices } = field;
        const { values, description, default: standard = "" } = parameterOf(command, argument);
        const shown = (value: string): string => toWords(words, value);
        const list = values.kind === "oneOf" ? values.values : choices?.(visit);
        return (
          <FieldRow
            key={argument}
            field={{
              name: argument,
              label,
              values,
              description,
              standard,
              value: typed?.(argument) ?? shown(first ?? standard),
              options: list?.map(shown),
              words: shown,
            }}
          />
        );
      })}
    </>
  );
}

/** The arguments as they were sent. One that may be left out and is blank is left out. */
export function argumentsOf(command: CommandName, fields: readonly CommandField[], sent: SentFields): Argument[] {
  return fields.flatMap(({ argument, words }) => {
    const typed = sent.get(argument);
    if (typed === undefined || (typed === "" && !parameterOf(command, argument).required)) return [];
    return [{ name: argument, value: fromWords(words, typed) }];
  });
}

function parameterOf(command: CommandName, argument: string): Command["parameters"][number] {
  const found = findCommand(command);
  const parameter = found.ok ? found.command.parameters.find(({ name }) => name === argument) : undefined;
  if (!parameter) throw new RangeError(`a page has a field for ${command} ${argument}, which the model does not know`);
  return parameter;
}
