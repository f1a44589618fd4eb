import type { ItemPath } from "../../../model/configuration/index.ts";
import type { RestMember, RestServed } from "../../../model/rest/resource.ts";
import { concretePath } from "../../../peer/configuration/item-paths.ts";
import { type ItemValue, setItems } from "../../../peer/configuration/set-items.ts";
import { checkValue } from "../../../peer/configuration/value-space.ts";
import type { Device } from "../../../peer/device.ts";
import { filtered } from "./filters.ts";
import { isJsonObject, type JsonObject, readJsonBody, shownJson, unknownMember } from "./json-body.ts";
import { itemsAsked, readObject, refusal } from "./objects.ts";
import { type RestAnswer, type RestRequest, said, shown, written } from "./rest-answer.ts";

type ServedPlaces = Extract<RestServed, { kind: "places" }>;

/** The member that tells a place. */
const INDEX = "index";

/** A list with a fixed number of places: POST fills one that is free, PUT changes and DELETE empties one that is taken. */
export function answerPlaces(request: RestRequest, served: ServedPlaces): RestAnswer {
  if (request.method === "GET") return readPlaces(request, served);
  if (request.filters.length > 0) return said(400, `a filter belongs to a GET: give the ${INDEX} in the body`);
  const read = readJsonBody(request.body);
  if (!read.ok) return said(400, read.reason);
  const body = unwrapped(served, read.object);
  const members = request.method === "DELETE" ? [] : served.members;
  const unknown = unknownMember(body, [INDEX, ...members.map(({ name }) => name)]);
  if (unknown !== undefined) return said(400, unknown);
  const index = indexOf(served, body);
  if (typeof index === "string") return said(400, index);
  const taken = isTaken(request.device, served, index);
  const { noun } = request.resource;
  if (request.method === "POST" && taken) return said(400, `${noun} ${index} already exists: change it with PUT`);
  if (request.method !== "POST" && !taken)
    return said(
      404,
      `there is no ${noun} ${index}; there are: ${takenPlaces(request.device, served).join(", ") || "none"}`,
    );
  return request.method === "DELETE" ? empty(request, served, index) : fill(request, served, index, body);
}

function readPlaces({ device, filters }: RestRequest, served: ServedPlaces): RestAnswer {
  const { members, wrapper } = served;
  const objects = takenPlaces(device, served).map((place) => ({
    [INDEX]: place,
    ...readObject(device, members, [place]),
  }));
  const passed = filtered(objects, filters, [INDEX, ...members.map(({ name }) => name)]);
  if (!passed.ok) return passed.answer;
  return shown(passed.objects.map((object) => (wrapper === undefined ? object : { [wrapper]: object })));
}

function fill(request: RestRequest, served: ServedPlaces, index: number, body: JsonObject): RestAnswer {
  const { members, taken } = served;
  const missing = members.filter(({ name, required }) => required && !Object.hasOwn(body, name));
  if (request.method === "POST" && missing.length > 0)
    return said(400, `members are missing: ${missing.map(({ name }) => name).join(", ")}`);
  if (Object.keys(body).length < 2)
    return said(400, `the body has no member to change: one of ${members.map(({ name }) => name).join(", ")}`);
  const asked = itemsAsked(request, members, body, [index]);
  if (!asked.ok) return asked.answer;
  const path = concretePath(itemOf(takenMember(served)), [index]);
  if (asked.items.some((item) => item.path === path && item.value.trim() === ""))
    return said(400, `${taken}: it is blank; DELETE empties a place`);
  return set(request, served, index, asked.items);
}

function empty(request: RestRequest, served: ServedPlaces, index: number): RestAnswer {
  const items = served.members.flatMap(({ value }) =>
    value.kind === "item" ? [concretePath(value.item, [index])] : [],
  );
  return set(
    request,
    served,
    index,
    items.map((path) => ({ path, value: "" })),
  );
}

function set(request: RestRequest, served: ServedPlaces, index: number, items: readonly ItemValue[]): RestAnswer {
  const result = setItems(request.device, items, request.actor);
  return result.ok ? written(request) : refusal(result, served.members, [index]);
}

function unwrapped({ wrapper }: ServedPlaces, body: JsonObject): JsonObject {
  const inner = wrapper !== undefined && Object.keys(body).length === 1 ? body[wrapper] : undefined;
  return isJsonObject(inner) ? inner : body;
}

/** The place that a body names, or why it names none. */
function indexOf({ places }: ServedPlaces, body: JsonObject): number | string {
  if (!Object.hasOwn(body, INDEX)) return `the body has no member ${INDEX}: 1 to ${places}`;
  const given = body[INDEX];
  if (typeof given !== "number" && typeof given !== "string")
    return `${INDEX}: ${shownJson(given)} is not allowed: a whole number from 1 to ${places}`;
  const checked = checkValue({ kind: "integer", min: 1, max: places }, String(given));
  return checked.ok ? Number(checked.value) : `${INDEX}: ${checked.reason}`;
}

function takenPlaces(device: Device, served: ServedPlaces): readonly number[] {
  return Array.from({ length: served.places }, (_, place) => place + 1).filter((place) =>
    isTaken(device, served, place),
  );
}

const isTaken = ({ configuration }: Device, served: ServedPlaces, index: number): boolean =>
  configuration.get(concretePath(itemOf(takenMember(served)), [index]) as ItemPath) !== "";

function takenMember({ members, taken }: ServedPlaces): RestMember {
  const member = members.find(({ name }) => name === taken);
  if (!member) throw new RangeError(`the tables of REST have no member ${taken}`);
  return member;
}

const itemOf = ({ value }: RestMember): string => (value.kind === "item" ? value.item : "");
