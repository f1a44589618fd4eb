import type { Visit } from "../visit.ts";
import type { Column } from "./columns.ts";

/** What the check box of a row sends and what it is called. */
export interface SelectBox<Row> {
  /** The field that all boxes of the list share. */
  readonly name: string;
  readonly value: (row: Row) => string | number;
  readonly label: (row: Row) => string;
  /** Rows that cannot be selected have no box. */
  readonly has?: (row: Row) => boolean;
}

/** The column of check boxes. */
export function selectColumn<Row>({ query }: Visit, { name, value, label, has }: SelectBox<Row>): Column<Row> {
  const checked = query.get("select") === "all";
  return {
    heading: "",
    cell: (row) =>
      has?.(row) === false ? null : (
        <input type="checkbox" name={name} value={value(row)} checked={checked} aria-label={`Select ${label(row)}`} />
      ),
  };
}
