import type { CommandName } from "../../../../model/commands/index.ts";
import type { CommandResult } from "../../../../peer/core/command-handler.ts";
import { findCommand } from "../../../../peer/configuration/commands/commands.ts";
import { readJsonBody, unknownMember, type JsonObject } from "../json-body.ts";
import { said, type RestAnswer, type RestRequest } from "../rest-answer.ts";

/** A part of the peer that answers for a resource. */
export type PartHandler = (request: RestRequest) => RestAnswer | Promise<RestAnswer>;

/** Runs a command, checked as on every other surface. */
export async function runCommand(
  { device, actor }: RestRequest,
  name: CommandName,
  args: readonly { readonly name: string; readonly value: string }[] = [],
): Promise<CommandResult> {
  const found = findCommand(name);
  return found.ok ? device.commands.run(found.command, args, actor) : found;
}

export type TextMembers<Name extends string> =
  | { readonly ok: true; readonly texts: Readonly<Record<Name, string>> }
  | { readonly ok: false; readonly answer: RestAnswer };

/** A body that has these members and no others, all of them texts. */
export function textMembers<Name extends string>({ body }: RestRequest, names: readonly Name[]): TextMembers<Name> {
  const read = readJsonBody(body);
  const reason = read.ok ? whyNotTexts(read.object, names) : read.reason;
  return read.ok && reason === undefined
    ? { ok: true, texts: read.object as Record<Name, string> }
    : { ok: false, answer: said(400, reason ?? "") };
}

function whyNotTexts(object: JsonObject, names: readonly string[]): string | undefined {
  const unknown = unknownMember(object, names);
  if (unknown !== undefined) return unknown;
  const missing = names.filter((name) => !Object.hasOwn(object, name));
  if (missing.length > 0) return `members are missing: ${missing.join(", ")}`;
  // What somebody sends in place of a password is not repeated.
  const other = names.find((name) => typeof object[name] !== "string");
  return other === undefined ? undefined : `${other}: a string is expected, not ${typeof object[other]}`;
}
