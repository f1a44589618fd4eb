import type { ItemTemplate } from "../../model/configuration/index.ts";
import type { Configuration } from "../configuration/configuration.ts";

/** An address that is configured, and the indices of the item that holds it. */
export interface AddressRow {
  readonly address: string;
  readonly indices: readonly number[];
}

const range = /\[(\d+)\.\.(\d+)\]/;
const ZONES = "Zones Zone";

/** All addresses that an item holds in any of its rows. Of zones only those that exist are looked at. */
export function addressRows(configuration: Configuration, item: ItemTemplate): readonly AddressRow[] {
  return rowsOf(configuration, item).flatMap((indices) => {
    const address = configuration.read(inRow(item, indices)) ?? "";
    return address === "" ? [] : [{ address, indices }];
  });
}

/** The item in one row: its index ranges give way to indices, from the first on. */
export const inRow = (item: ItemTemplate, indices: readonly number[]): string =>
  indices.reduce((path, index) => path.replace(range, String(index)), item as string);

function rowsOf(configuration: Configuration, path: string): readonly (readonly number[])[] {
  const found = range.exec(path);
  if (!found) return [[]];
  const [text, first, last] = found;
  const list = path.slice(0, found.index).trim();
  const rest = path.slice(found.index + text.length);
  const here = list === ZONES ? configuration.rows.of(ZONES) : numbers(Number(first), Number(last));
  return here.flatMap((index) => rowsOf(configuration, rest).map((others) => [index, ...others]));
}

const numbers = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, place) => first + place);
