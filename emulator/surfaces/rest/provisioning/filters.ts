import type { JsonObject } from "./json-body.ts";
import { said, type RestAnswer } from "./rest-answer.ts";

/**
 * The objects that pass the filters of an address, `/name/myzone`; without filters all of them. Fields are named in any
 * case, values as they are. An item that is named and not there is 404.
 */
export function filtered(
  objects: readonly JsonObject[],
  filters: readonly string[],
  fields: readonly string[],
):
  { readonly ok: true; readonly objects: readonly JsonObject[] } | { readonly ok: false; readonly answer: RestAnswer } {
  let left = objects;
  for (let place = 0; place < filters.length; place += 2) {
    const [field = "", value] = filters.slice(place, place + 2);
    const name = fields.find((known) => known.toLowerCase() === field.toLowerCase());
    if (name === undefined) {
      const reason = `there is no filter ${JSON.stringify(field)}: one of ${fields.join(", ").toLowerCase()}`;
      return { ok: false, answer: said(400, reason) };
    }
    if (value === undefined) return { ok: false, answer: said(400, `the filter ${field} has no value`) };
    left = left.filter((object) => matches(object[name], value));
    if (left.length === 0) {
      return { ok: false, answer: said(404, `nothing has the ${name} ${JSON.stringify(value)}`) };
    }
  }
  return { ok: true, objects: left };
}

const matches = (present: unknown, wanted: string): boolean =>
  Array.isArray(present) ? present.includes(wanted) : String(present) === wanted;
