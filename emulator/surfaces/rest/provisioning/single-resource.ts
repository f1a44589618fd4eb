import type { RestServed } from "../../../model/rest/resource.ts";
import { setItems } from "../../../peer/configuration/set-items.ts";
import { readJsonBody, unknownMember } from "./json-body.ts";
import { itemsAsked, readObject, refusal } from "./objects.ts";
import { type RestAnswer, type RestRequest, said, shown, written } from "./rest-answer.ts";

/** One object of plain items: read whole, and written by any of its members, which leaves the others. */
export function answerSingle(request: RestRequest, served: Extract<RestServed, { kind: "single" }>): RestAnswer {
  const { device, method, filters, resource, actor } = request;
  if (filters.length > 0) return said(404, `there is nothing below ${resource.path}`);
  if (method === "GET") return shown(readObject(device, served.members, []));
  const body = readJsonBody(request.body);
  if (!body.ok) return said(400, body.reason);
  const names = served.members.map(({ name }) => name);
  const unknown = unknownMember(body.object, names);
  if (unknown !== undefined) return said(400, unknown);
  if (Object.keys(body.object).length === 0)
    return said(400, `the body has no member to change: one of ${names.join(", ")}`);
  const asked = itemsAsked(request, served.members, body.object, []);
  if (!asked.ok) return asked.answer;
  const result = setItems(device, asked.items, actor);
  return result.ok ? written(request) : refusal(result, served.members, []);
}
