import type { ItemPath } from "../../../model/configuration/index.ts";
import type { RestMember, RestValue } from "../../../model/rest/resource.ts";
import type { ValueSpace } from "../../../model/types.ts";
import { concretePath, findItem } from "../../../peer/configuration/item-paths.ts";
import { isShown } from "../../../peer/configuration/presence.ts";
import type { ItemValue } from "../../../peer/configuration/set-items.ts";
import { checkValue } from "../../../peer/configuration/value-space.ts";
import type { Device } from "../../../peer/device.ts";
import { shownJson } from "./json-body.ts";

type Served<Kind extends RestValue["kind"]> = Extract<RestValue, { kind: Kind }>;

/** What a value asks for: items, or why it cannot be had. */
export type Asked =
  | { readonly ok: true; readonly items: readonly ItemValue[] }
  | { readonly ok: false; readonly reason: string; readonly absent?: true };

const refused = (reason: string): Asked => ({ ok: false, reason });

/** The value of a member, undefined where it is not shown: secrets, and what has no meaning beside other values. */
export function readMember(device: Device, { value }: RestMember, indices: readonly number[]): unknown {
  switch (value.kind) {
    case "fixed":
      return value.value;
    case "absent":
      return undefined;
    case "items":
      return readAll(device, value, indices);
    case "item":
      return readOne(device, value, indices);
  }
}

function readOne({ configuration }: Device, { item, words }: Served<"item">, indices: readonly number[]): unknown {
  const path = concretePath(item, indices) as ItemPath;
  const found = findItem(path);
  if (!found || found.item.values.kind === "secret") return undefined;
  if (!isShown(found.item, found.indices, (other) => configuration.get(other))) return undefined;
  const value = configuration.get(path);
  if (found.item.values.kind === "integer") return Number(value);
  return words?.[value] ?? value;
}

/** The values up to the last that is not empty. */
function readAll({ configuration }: Device, value: Served<"items">, indices: readonly number[]): string[] {
  const values = pathsOf(value, indices).map((path) => configuration.get(path as ItemPath));
  return values.slice(0, values.findLastIndex((each) => each !== "") + 1);
}

/** The items that a value of a member stands for, their values checked. */
export function askedOf(member: RestMember, json: unknown, indices: readonly number[]): Asked {
  const { value } = member;
  switch (value.kind) {
    case "item":
      return askOne(value, json, indices);
    case "items":
      return askAll(value, json, indices);
    case "fixed":
      if (String(json).toLowerCase() === String(value.value).toLowerCase()) return { ok: true, items: [] };
      return { ok: false, absent: true, reason: `${shownJson(json)}, always ${value.value}: ${value.reason}` };
    case "absent":
      return { ok: false, absent: true, reason: value.reason };
  }
}

function askOne({ item, words }: Served<"item">, json: unknown, indices: readonly number[]): Asked {
  const path = concretePath(item, indices);
  const space = spaceOf(path);
  const text = textOf(space, json);
  if (text === undefined) return refused(`${shownJson(json)} is not allowed: ${kindOf(space)}`);
  const spelled = words ? fromWords(words, space, text) : checkValue(space, text);
  return spelled.ok ? { ok: true, items: [{ path, value: spelled.value }] } : refused(spelled.reason);
}

/** The items beyond the array are emptied. */
function askAll(value: Served<"items">, json: unknown, indices: readonly number[]): Asked {
  const paths = pathsOf(value, indices);
  if (!Array.isArray(json) || json.length < 1 || json.length > paths.length)
    return refused(`${shownJson(json)} is not allowed: an array of 1 to ${paths.length} strings`);
  const items: ItemValue[] = [];
  for (const [place, path] of paths.entries()) {
    const each: unknown = place < json.length ? json[place] : "";
    if (typeof each !== "string") return refused(`${shownJson(each)} is not allowed: a string`);
    if (place < json.length && each.trim() === "") return refused(`${shownJson(each)} is not allowed: it is blank`);
    const checked = checkValue(spaceOf(path), each);
    if (!checked.ok) return refused(checked.reason);
    items.push({ path, value: checked.value });
  }
  return { ok: true, items };
}

/** A value in the words of REST; the item's own are taken too. */
function fromWords(words: Readonly<Record<string, string>>, space: ValueSpace, text: string) {
  const own = checkValue(space, text);
  const known = Object.entries(words).find(([, word]) => word.toLowerCase() === text.toLowerCase());
  if (known) return { ok: true, value: known[0] } as const;
  return own.ok ? own : checkValue({ kind: "oneOf", values: Object.values(words) }, text);
}

function textOf(space: ValueSpace, json: unknown): string | undefined {
  if (typeof json === "string") return json;
  return space.kind === "integer" && typeof json === "number" ? String(json) : undefined;
}

function kindOf(space: ValueSpace): string {
  if (space.kind === "integer") return `a whole number from ${space.min} to ${space.max}`;
  return space.kind === "oneOf" ? `one of ${space.values.join(", ")}` : "a string";
}

function spaceOf(path: string): ValueSpace {
  const found = findItem(path);
  if (!found) throw new RangeError(`the tables of REST name ${path}, which is no item`);
  return found.item.values;
}

/** The concrete paths of an array's items, one for each index of its innermost range. */
function pathsOf({ item }: Served<"items">, indices: readonly number[]): string[] {
  const [, first, last] = /\[(\d+)\.\.(\d+)\][^[\]]*$/.exec(item) ?? [];
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, place) => concretePath(item, [...indices, Number(first) + place]));
}

/** The member that an item belongs to, for messages about the item. */
export function memberOfPath(
  members: readonly RestMember[],
  path: string,
  indices: readonly number[],
): RestMember | undefined {
  return members.find(({ value }) => {
    if (value.kind === "item") return concretePath(value.item, indices) === path;
    return value.kind === "items" && pathsOf(value, indices).includes(path);
  });
}
