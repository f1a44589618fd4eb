import type { ItemPath } from "../../../model/configuration/index.ts";
import type { RowListName } from "../../../model/configuration/lists.ts";
import type { Device } from "../../../peer/device.ts";
import type { FormField, FormSection } from "./form-section.ts";

/** A field of a row: the item by its words after the row, `Node1 Name`. */
export type RowField = Omit<FormField, "item" | "readOnly" | "beside"> & { readonly item: string };

export interface RowSection {
  readonly title: string;
  readonly fields: readonly RowField[];
}

/** A list whose rows have pages: where they are and what a row is called. */
export interface RowList {
  readonly rows: RowListName;
  /** `search rule`: its pages are `searchrules`, `createsearchrule` and `editsearchrule`. */
  readonly noun: string;
  /** What a row is called; the words after the row of the item that says it. */
  readonly nameItem: string;
}

/** Any row will do to look up what the items of all rows have in common. */
export const SOME_ROW = 1;

/** The noun as addresses and check boxes have it: `searchrule`. */
export const rowWord = ({ noun }: Pick<RowList, "noun">): string => noun.replaceAll(" ", "").toLowerCase();

/** The path of an item of one row. */
export const itemOfRow = (rows: RowListName, row: number, item: string): ItemPath =>
  `${rows} ${row} ${item}` as ItemPath;

export const nameOfRow = (device: Device, list: RowList, row: number): string =>
  device.configuration.read(itemOfRow(list.rows, row, list.nameItem)) || `${list.noun} ${row}`;

/** The fields of one row as those of any form. */
export const sectionsOfRow = (list: RowList, row: number, sections: readonly RowSection[]): readonly FormSection[] =>
  sections.map(({ title, fields }) => ({
    title,
    fields: fields.map((field) => ({ ...field, item: itemOfRow(list.rows, row, field.item) })),
  }));
