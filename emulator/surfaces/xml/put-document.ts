import type { Element } from "../../../protocol/xapi/element.ts";
import type { Command } from "../../model/types.ts";
import { findCommand } from "../../peer/configuration/commands/commands.ts";
import { setItems } from "../../peer/configuration/set-items.ts";
import type { Actor } from "../../peer/core/actor.ts";
import type { Device } from "../../peer/device.ts";
import { resultElements } from "../documents/result-elements.ts";
import { leaf, writeDocument } from "../documents/write-document.ts";
import { faultDocument } from "./answers.ts";
import { readItems } from "./read-items.ts";

/** What a put document is answered with. */
export interface PutAnswer {
  readonly code: 200 | 400;
  readonly xml: string;
  readonly afterAnswer?: () => void;
}

interface Call {
  readonly command: Command;
  readonly args: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Does what a document asks for: a `Configuration` is set whole or not at all, the commands of a `Command` are run one
 * after the other once all their names are known. Answers: the success of sister products; refusals are our reading.
 */
export async function putDocument(device: Device, root: Element, actor: Actor): Promise<PutAnswer> {
  if (root.name === "Configuration") return putConfiguration(device, root, actor);
  if (root.name === "Command") return putCommands(device, root, actor);
  const reason = `the root element is ${root.name}, not Configuration or Command`;
  return { code: 400, xml: faultDocument(device, reason) };
}

function putConfiguration(device: Device, root: Element, actor: Actor): PutAnswer {
  const read = readItems(root);
  const result = read.ok ? setItems(device, read.items, actor) : read;
  if (result.ok) {
    return { code: 200, xml: writeDocument(device, "Configuration", [{ name: "Success", item: 1 }]) };
  }
  const children = [leaf("Path", result.path), leaf("Reason", result.reason)];
  return { code: 400, xml: writeDocument(device, "Configuration", [{ name: "Error", item: 1, children }]) };
}

async function putCommands(device: Device, root: Element, actor: Actor): Promise<PutAnswer> {
  const calls: Call[] = [];
  for (const element of root.children ?? []) {
    const found = findCommand(element.name);
    if (!found.ok) return { code: 400, xml: faultDocument(device, found.reason) };
    const args = argumentsOf(found.command, element);
    if (typeof args === "string") return { code: 400, xml: faultDocument(device, args) };
    calls.push({ command: found.command, args });
  }
  if (calls.length === 0) return { code: 400, xml: faultDocument(device, "the document holds no command") };
  const children: Element[] = [];
  const afterAnswers: (() => void)[] = [];
  for (const [place, { command, args }] of calls.entries()) {
    const result = await device.commands.run(command, args, actor);
    if (result.ok && result.afterAnswer) afterAnswers.push(result.afterAnswer);
    const attributes = { status: result.ok ? "OK" : "Error" };
    children.push({ name: "Result", item: place + 1, attributes, children: resultElements(result) });
  }
  const xml = writeDocument(device, "Command", children);
  return { code: 200, xml, afterAnswer: () => afterAnswers.forEach((run) => run()) };
}

/** The children of a command as its arguments, or a reason. One that repeats has its number as `item`. */
function argumentsOf(command: Command, { name, children = [] }: Element): Call["args"] | string {
  const args: { name: string; value: string }[] = [];
  for (const { name: argument, item, text = "", children: below } of children) {
    if (below) return `argument ${argument} of ${name} holds elements`;
    const parameter = command.parameters.find((known) => known.name.toLowerCase() === argument.toLowerCase());
    args.push({ name: parameter?.index === undefined ? argument : `${argument}.${item}`, value: text });
  }
  return args;
}
