import { type ComponentChildren, isValidElement } from "preact";
import type { SentFields } from "../form/sent-fields.ts";
import { type Column, isSortable } from "./columns.ts";

/** How somebody wants to see a list; the address of the page says it: `?sort=Name&order=descending&filter=branch`. */
export interface Arrangement<Row> {
  /** Undefined for the list's own order. */
  readonly sort: Column<Row> | undefined;
  readonly descending: boolean;
  /** Every row that is shown has this text in one of its cells, in whatever case; blank shows all. */
  readonly filter: string;
}

export function readArrangement<Row>(query: SentFields, columns: readonly Column<Row>[]): Arrangement<Row> {
  const sort = query.get("sort");
  return {
    sort: columns.find((column) => isSortable(column) && column.heading === sort),
    descending: query.get("order") === "descending",
    filter: query.get("filter") ?? "",
  };
}

/** `zone 2` comes before `zone 10`. */
const byText = new Intl.Collator("en", { numeric: true });

/** The rows that the filter lets pass, in the order that is wanted. Rows that are alike stay in the list's own order. */
export function arrange<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { sort, descending, filter }: Arrangement<Row>,
): readonly Row[] {
  const wanted = filter.toLowerCase();
  const passing =
    wanted === ""
      ? rows
      : rows.filter((row) => columns.some(({ cell }) => textOf(cell(row)).toLowerCase().includes(wanted)));
  if (!sort) return passing;
  const { order, cell } = sort;
  const direction = descending ? -1 : 1;
  if (order) return passing.toSorted((a, b) => direction * (order(a) - order(b)));
  return passing
    .map((row) => ({ row, text: textOf(cell(row)) }))
    .toSorted((a, b) => direction * byText.compare(a.text, b.text))
    .map(({ row }) => row);
}

/** The words that a cell shows: what lists are sorted and filtered by. Cells are made of elements and of components without state. */
export function textOf(children: ComponentChildren): string {
  if (typeof children === "string") return children;
  if (typeof children === "number" || typeof children === "bigint") return String(children);
  if (Array.isArray(children)) return children.map(textOf).join("");
  if (!isValidElement(children)) return "";
  const { type, props } = children;
  if (typeof type !== "function") return textOf(props.children);
  return textOf((type as (given: typeof props) => ComponentChildren)(props));
}
