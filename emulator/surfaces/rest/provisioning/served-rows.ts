import type { ItemPath } from "../../../model/configuration/index.ts";
import { rowCommands, type RowListName } from "../../../model/configuration/lists.ts";
import type { RestServed } from "../../../model/rest/resource.ts";
import { concretePath } from "../../../peer/configuration/item-paths.ts";
import type { Device } from "../../../peer/device.ts";
import type { JsonObject } from "./json-body.ts";
import { askedOf } from "./members.ts";

export type ServedRows = Extract<RestServed, { kind: "rows" }>;

/** The list of the resource as the commands know it, which make and delete its rows. */
export function commandedList({ list }: ServedRows): RowListName {
  if (!Object.hasOwn(rowCommands, list)) throw new RangeError(`no commands make rows of ${list}`);
  return list as RowListName;
}

/** Any row will do to look at what the items of all rows have in common. */
const SOME_ROW = 1;

/** The rows of the list that the resource is about. */
export function rowsOf({ configuration }: Device, { list, where }: ServedRows): readonly number[] {
  const rows = configuration.rows.of(list);
  return where ? rows.filter((row) => configuration.get(at(where.item, row)) === where.value) : rows;
}

export const rowsWithKey = (device: Device, served: ServedRows, key: string): readonly number[] =>
  rowsOf(device, served).filter((row) => keyAt(device, served, row) === key);

/** Whether another row of the whole list, of whatever type, has a name. */
export function nameTaken(device: Device, served: ServedRows, key: string, except?: number): boolean {
  const { rows } = device.configuration;
  return rows.of(served.list).some((row) => row !== except && keyAt(device, served, row) === key);
}

/** The value by which a body names a row, in the form that the item has. @param as how the body spells the member */
export function keyOf(
  served: ServedRows,
  body: JsonObject,
  as: string = served.key,
): { readonly ok: true; readonly value: string } | { readonly ok: false; readonly reason: string } {
  if (!Object.hasOwn(body, as)) return { ok: false, reason: `the body has no member ${as}` };
  const asked = askedOf(keyMember(served), body[as], [SOME_ROW]);
  if (!asked.ok) return { ok: false, reason: `${as}: ${asked.reason}` };
  const value = asked.items[0]?.value ?? "";
  return value.trim() === "" ? { ok: false, reason: `${as}: it is blank` } : { ok: true, value };
}

function keyMember({ members, key }: ServedRows): ServedRows["members"][number] {
  const member = members.find(({ name }) => name === key);
  if (!member) throw new RangeError(`the tables of REST have no member ${key}`);
  return member;
}

function keyAt({ configuration }: Device, served: ServedRows, row: number): string {
  const { value } = keyMember(served);
  return value.kind === "item" ? configuration.get(at(value.item, row)) : "";
}

const at = (template: string, row: number): ItemPath => concretePath(template, [row]) as ItemPath;
