import { rowCommands } from "../../../model/configuration/lists.ts";
import type { RestMember } from "../../../model/rest/resource.ts";
import { findCommand } from "../../../peer/configuration/commands/commands.ts";
import { rowId } from "../../../peer/configuration/row-commands.ts";
import { setItems } from "../../../peer/configuration/set-items.ts";
import { filtered } from "./filters.ts";
import { type JsonObject, readJsonBody, unknownMember } from "./json-body.ts";
import { itemsAsked, readObject, refusal } from "./objects.ts";
import { postRow } from "./post-row.ts";
import { type RestAnswer, type RestRequest, said, shown, written } from "./rest-answer.ts";
import { commandedList, keyOf, nameTaken, rowsOf, rowsWithKey, type ServedRows } from "./served-rows.ts";

const MOST_NAMED = 10;

/** A list whose rows come and go, each told by a member of the body. */
export async function answerRows(request: RestRequest, served: ServedRows): Promise<RestAnswer> {
  if (request.method === "GET") return readRows(request, served);
  if (request.filters.length > 0)
    return said(400, `a filter belongs to a GET: name the ${request.resource.noun} by ${served.key} in the body`);
  const body = readJsonBody(request.body);
  if (!body.ok) return said(400, body.reason);
  switch (request.method) {
    case "POST":
      return postRow(request, served, body.object);
    case "PUT":
      return changeRow(request, served, body.object);
    case "DELETE":
      return deleteRow(request, served, body.object);
  }
}

function readRows({ device, filters }: RestRequest, served: ServedRows): RestAnswer {
  const { members, namesOnly, key } = served;
  const objects = rowsOf(device, served).map((row) => readObject(device, members, [row]));
  const passed = filtered(
    objects,
    filters,
    members.map(({ name }) => name),
  );
  if (!passed.ok) return passed.answer;
  return shown(namesOnly ? { [key]: passed.objects.map((object) => object[key]) } : passed.objects);
}

/** The one row that a body names, or why there is none. */
function rowNamed(
  { device, resource }: RestRequest,
  served: ServedRows,
  body: JsonObject,
): { readonly row: number } | { readonly answer: RestAnswer } {
  const key = keyOf(served, body);
  if (!key.ok) return { answer: said(400, key.reason) };
  const [row, ...others] = rowsWithKey(device, served, key.value);
  const named = `${resource.noun} with the ${served.key} ${JSON.stringify(key.value)}`;
  if (row === undefined) {
    const all = rowsOf(device, served).map((each) => readObject(device, served.members, [each])[served.key]);
    const present = `${all.slice(0, MOST_NAMED).join(", ")}${all.length > MOST_NAMED ? ", …" : ""}`;
    return { answer: said(404, `there is no ${named}; there are: ${present || "none"}`) };
  }
  // The CLI, which tells rows by their numbers, can give two the same name.
  if (others.length > 0)
    return { answer: said(400, `there are ${others.length + 1} of ${named}: change them by their numbers on the CLI`) };
  return { row };
}

function changeRow(request: RestRequest, served: ServedRows, body: JsonObject): RestAnswer {
  const { device, resource, actor } = request;
  const { members, key } = served;
  const spelling = (member: RestMember): string =>
    member.name === key || member.asNew ? `New_${member.name}` : member.name;
  const names = [key, ...members.map(spelling)];
  const unknown = unknownMember(body, names);
  if (unknown !== undefined) return said(400, unknown);
  const named = rowNamed(request, served, body);
  if ("answer" in named) return named.answer;
  if (Object.keys(body).length < 2)
    return said(400, `the body has no member to change: one of ${names.slice(1).join(", ")}`);
  const asked = itemsAsked(request, members, body, [named.row], spelling);
  if (!asked.ok) return asked.answer;
  const renamed = keyOf(served, body, `New_${key}`);
  if (Object.hasOwn(body, `New_${key}`)) {
    if (!renamed.ok) return said(400, renamed.reason);
    if (nameTaken(device, served, renamed.value, named.row))
      return said(400, `${resource.noun} ${key.toLowerCase()} already exists`);
  }
  const result = setItems(device, asked.items, actor);
  return result.ok ? written(request) : refusal(result, members, [named.row], spelling);
}

async function deleteRow(request: RestRequest, served: ServedRows, body: JsonObject): Promise<RestAnswer> {
  const { device, actor } = request;
  const unknown = unknownMember(body, [served.key]);
  if (unknown !== undefined) return said(400, unknown);
  const named = rowNamed(request, served, body);
  if ("answer" in named) return named.answer;
  const list = commandedList(served);
  const { remove, id } = rowCommands[list];
  const found = findCommand(remove);
  if (!found.ok) throw new RangeError(found.reason);
  const value = rowId(device.configuration, list, named.row);
  const result = await device.commands.run(found.command, [{ name: id, value }], actor);
  return result.ok ? written(request) : said(400, result.reason);
}
