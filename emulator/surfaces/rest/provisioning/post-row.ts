import { createRow } from "../../../peer/configuration/create-row.ts";
import { concretePath } from "../../../peer/configuration/item-paths.ts";
import { freePlace } from "../../../peer/configuration/row-commands.ts";
import { type JsonObject, unknownMember } from "./json-body.ts";
import { itemsAsked, refusal } from "./objects.ts";
import { type RestAnswer, type RestRequest, said, written } from "./rest-answer.ts";
import { commandedList, keyOf, nameTaken, type ServedRows } from "./served-rows.ts";

/** Makes a row as its Add command does, with whatever else the body says of it, in one set. */
export function postRow(request: RestRequest, served: ServedRows, body: JsonObject): RestAnswer {
  const { device, resource, actor } = request;
  const { members, key, where } = served;
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
  const row = `${list} ${index} `;
  const asked = itemsAsked(request, members, body, [index]);
  if (!asked.ok) return asked.answer;
  const values = new Map(asked.items.map(({ path, value }) => [path.slice(row.length), value]));
  if (where) values.set(concretePath(where.item, [index]).slice(row.length), where.value);
  const made = createRow(device, list, values, actor);
  if (made.ok) return written(request);
  return made.item === undefined
    ? said(400, made.reason)
    : refusal({ path: row + made.item, reason: made.reason }, members, [index]);
}

function wrongBody({ members }: ServedRows, body: JsonObject): string | undefined {
  const names = members.map(({ name }) => name);
  const missing = members.filter(({ name, required }) => required && !Object.hasOwn(body, name));
  return (
    unknownMember(body, names) ??
    (missing.length > 0 ? `members are missing: ${missing.map(({ name }) => name).join(", ")}` : undefined)
  );
}
