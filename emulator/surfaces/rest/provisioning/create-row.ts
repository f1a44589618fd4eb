import { rowCommands, type RowListName } from "../../../model/configuration/lists.ts";
import type { Command } from "../../../model/types.ts";
import { checkArguments, findCommand } from "../../../peer/configuration/commands/commands.ts";
import { freePlace, planRow } from "../../../peer/configuration/row-commands.ts";
import { checkValue } from "../../../peer/configuration/value-space.ts";
import type { Device } from "../../../peer/device.ts";
import { planItems, type ItemValue } from "../../documents/set-items.ts";
import { unknownMember, type JsonObject } from "./json-body.ts";
import { memberOfPath } from "./members.ts";
import { itemsAsked, refusal } from "./objects.ts";
import { said, written, type RestAnswer, type RestRequest } from "./rest-answer.ts";
import { commandedList, keyOf, nameTaken, type ServedRows } from "./served-rows.ts";

/** Makes a row as its Add command does, with whatever else the body says of it, in one set. */
export function createRow(request: RestRequest, served: ServedRows, body: JsonObject): RestAnswer {
  const { device, resource, actor } = request;
  const { members, key } = served;
  const wrong = wrongBody(served, body);
  if (wrong !== undefined) return said(400, wrong);
  const named = keyOf(served, body);
  if (!named.ok) return said(400, named.reason);
  if (nameTaken(device, served, named.value)) return said(400, `${resource.noun} ${key.toLowerCase()} already exists`);
  const list = commandedList(served);
  const index = freePlace(device.configuration, list);
  if (index === undefined) {
    const most = device.configuration.rows.most(list);
    return said(400, `no more can be added: all ${most} places are taken`);
  }
  const asked = itemsAsked(request, members, body, [index]);
  if (!asked.ok) return asked.answer;
  const planned = plan(device, served, list, index, asked.items);
  if (!planned.ok) return said(400, planned.reason);
  const further = planItems(device, planned.further, planned.changes);
  const result = further.ok ? device.configuration.set([...planned.changes, ...further.changes], actor) : further;
  return result.ok ? written(request) : refusal(result, members, [index]);
}

function wrongBody({ members }: ServedRows, body: JsonObject): string | undefined {
  const names = members.map(({ name }) => name);
  const missing = members.filter(({ name, required }) => required && !Object.hasOwn(body, name));
  return (
    unknownMember(body, names) ??
    (missing.length > 0 ? `members are missing: ${missing.map(({ name }) => name).join(", ")}` : undefined)
  );
}

/** Parts the items into those that are arguments of the Add command and those that follow. */
function plan(device: Device, served: ServedRows, list: RowListName, index: number, items: readonly ItemValue[]) {
  const { command } = addCommand(list);
  const args: { name: string; value: string }[] = [];
  const further: ItemValue[] = [];
  for (const item of items) {
    const argument = argumentOf(list, index, item.path);
    const parameter = command.parameters.find(({ name }) => name === argument);
    if (argument === undefined || !parameter) {
      further.push(item);
      continue;
    }
    // A command may allow less than the item: the message still names the member.
    const checked = checkValue(parameter.values, item.value);
    if (!checked.ok) {
      const member = memberOfPath(served.members, item.path, [index]);
      return { ok: false, reason: `${member?.name ?? argument}: ${checked.reason}` } as const;
    }
    args.push({ name: argument, value: checked.value });
  }
  const type = served.where && argumentOf(list, index, served.where.item.replace(/\[[^\]]*\]/, String(index)));
  if (served.where && type !== undefined) args.push({ name: type, value: served.where.value });
  const checked = checkArguments(command, args);
  if (!checked.ok) return checked;
  const planned = planRow(device.configuration, list, checked.args);
  return planned.ok ? ({ ...planned, further } as const) : planned;
}

function addCommand(list: RowListName): { readonly command: Command } {
  const found = findCommand(rowCommands[list].add);
  if (!found.ok) throw new RangeError(found.reason);
  return found;
}

/** The argument of the Add command that sets an item of a row. */
const argumentOf = (list: RowListName, index: number, path: string): string | undefined =>
  Object.entries(rowCommands[list].items).find(([, words]) => path === `${list} ${index} ${words}`)?.[0];
