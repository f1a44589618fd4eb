import type { ItemTemplate } from "../../../model/configuration/index.ts";
import type { Configuration } from "../../configuration/configuration.ts";

/** An address that is configured, and the indices of the item that holds it. */
export interface AddressRow {
  readonly address: string;
  readonly indices: readonly number[];
}

const range = /\[\d+\.\.\d+\]/g;
const index = /(?<= )\d+(?= )/g;

/** All addresses that an item holds in any of its rows, in the order of the rows. */
export type AddressRows = (item: ItemTemplate) => readonly AddressRow[];

/** Looks once at all that is set: a thousand zones have room for six thousand addresses. An address that is not set is blank. */
export function addressRowsOf(configuration: Configuration): AddressRows {
  const byShape = new Map<string, AddressRow[]>();
  for (const { path, value } of configuration.allStored()) {
    if (value === null || value === "" || !path.endsWith("Address")) continue;
    const indices = path.match(index)?.map(Number) ?? [];
    const shape = path.replaceAll(index, "#");
    const rows = byShape.get(shape) ?? [];
    if (rows.length === 0) byShape.set(shape, rows);
    rows.push({ address: value, indices });
  }
  return (item) => (byShape.get(item.replaceAll(range, "#")) ?? []).toSorted(byIndices);
}

/** The item in one row: its index ranges give way to indices, from the first on. */
export function inRow(item: ItemTemplate, indices: readonly number[]): string {
  const left = [...indices];
  return left.length === 0 ? item : item.replaceAll(range, (text) => String(left.shift() ?? text));
}

function byIndices({ indices: one }: AddressRow, { indices: other }: AddressRow): number {
  const place = one.findIndex((number, at) => number !== other[at]);
  return place === -1 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}
