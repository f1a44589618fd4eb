import { commands } from "../../model/commands/index.ts";
import type { Command, CommandParameter } from "../../model/types.ts";
import { describeValueSpace } from "../../peer/configuration/value-space.ts";
import { done } from "./answers.ts";
import { inColumns } from "./columns.ts";
import type { Answer } from "./shell.ts";

/** `xCommand` and `xCommand ?` name the commands, `xCommand ??` explains them all (Administrator Guide). */
export function commandHelp(help: "?" | "??" | undefined): Answer {
  if (help === "??") return done(commands.flatMap(explainCommand));
  return done(["- Command -", "", ...inColumns(commands.map(({ name }) => name))]);
}

/** One command: what it does, then a line for each argument as on the sister products, `Alias(r): <S: 1, 60>`. */
export function explainCommand({ name, description, parameters }: Command): string[] {
  return [`*h xCommand ${name}`, `     ${description}`, ...parameters.flatMap(explainParameter)];
}

function explainParameter({ name, index, required, values, description, default: preset }: CommandParameter): string[] {
  const typed = `${name}${index === undefined ? "" : `.${index}`}${required ? "(r)" : ""}`;
  return [
    `     ${typed}: ${describeValueSpace(values)}`,
    `       ${description}`,
    ...(preset === undefined ? [] : [`       Default: ${preset}.`]),
  ];
}
