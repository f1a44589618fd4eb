import { writeStatus } from "../../../protocol/xapi/cli-writer.ts";
import type { CommandLine } from "../../../protocol/xapi/command-line.ts";
import type { Device } from "../../peer/device.ts";
import { findStatusElement, selectStatus } from "../documents/status-selection.ts";
import { done, refused } from "./answers.ts";
import { inColumns } from "./columns.ts";
import type { Answer } from "./shell.ts";

/** `xStatus`: the present state, whole or in part; `?` lists what there is below the words. */
export function xStatus(device: Device, { words: [, ...path], args, value, help }: CommandLine): Answer {
  const [argument] = args;
  if (argument) return refused(`xStatus sets nothing: "${argument.name}: ${argument.value}" is a value`);
  const words = value === undefined ? path : [...path, value];
  if (help !== undefined) return statusHelp(words);
  const selected = selectStatus(device, words);
  return selected.ok ? done(writeStatus(selected.nodes)) : refused(selected.reason);
}

/** There is no `??` for status (Administrator Guide): it gives the same list. */
function statusHelp(words: readonly string[]): Answer {
  const found = findStatusElement(words);
  if (!found.ok) return refused(found.reason);
  const { name, children = [] } = found.element;
  const names = children.map((child) => (child.index === undefined ? child.name : `${child.name} ${child.index}`));
  return done([`- ${name} -`, "", ...inColumns(names)]);
}
