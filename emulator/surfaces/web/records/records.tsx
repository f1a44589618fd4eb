import type { ComponentChildren } from "preact";
import { AskFirst } from "../form/confirmation.tsx";
import { Form } from "../form/form.tsx";
import type { Visit } from "../visit.ts";
import { addressWith } from "./address-with.ts";
import { arrange, type Arrangement, readArrangement } from "./arrange.ts";
import { type Column, isSortable } from "./columns.ts";
import { FilterForm } from "./filter-form.tsx";
import { type Heading, type ListRow, ListTable } from "./list-table.tsx";
import { Paged, RECORDS_A_PAGE } from "./paging.tsx";

export interface RecordsProps<Row> {
  readonly visit: Visit;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  readonly classOf?: (row: Row) => string | undefined;
  /** Rows that come first whatever the order. */
  readonly always?: readonly ListRow[];
  /** Its buttons are to be confirmed. */
  readonly asks?: boolean;
  /** The filter is offered although there are few rows. */
  readonly filters?: boolean;
  /** The buttons for the rows that are selected; without them the list is no form. */
  readonly children?: ComponentChildren;
}

/** A list in the order and with the filter that the address asks for, page by page (Administrator Guide, "Interfaces"). */
export function Records<Row>(props: RecordsProps<Row>) {
  const { visit, columns, rows, asks, filters, children } = props;
  const arrangement = readArrangement(visit.query, columns);
  const { filter } = arrangement;
  const arranged = arrange(rows, columns, arrangement);
  return (
    <>
      {(filters === true || rows.length > RECORDS_A_PAGE || filter !== "") && (
        <FilterForm visit={visit} filter={filter} />
      )}
      {arranged.length < rows.length && (
        <p class="count">
          {arranged.length} of {rows.length} have “{filter}” in them.
        </p>
      )}
      {children === undefined ? (
        <Table {...props} rows={arranged} arrangement={arrangement} />
      ) : (
        <Form visit={visit}>
          {asks === true && <AskFirst />}
          <Table {...props} rows={arranged} arrangement={arrangement} />
          <div class="buttons">{children}</div>
        </Form>
      )}
    </>
  );
}

type TableProps<Row> = RecordsProps<Row> & { readonly arrangement: Arrangement<Row> };

function Table<Row>({ visit, columns, rows, keyOf, classOf, always = [], arrangement }: TableProps<Row>) {
  return (
    <Paged visit={visit} rows={rows}>
      {(shown) => (
        <ListTable
          columns={columns.map((column) => headingOf(column, visit, arrangement))}
          rows={[
            ...always,
            ...shown.map((row) => ({
              key: keyOf(row),
              class: classOf?.(row),
              cells: columns.map(({ cell }) => cell(row)),
            })),
          ]}
        />
      )}
    </Paged>
  );
}

/** A click sorts by the column, another one the other way round. */
function headingOf<Row>(column: Column<Row>, visit: Visit, { sort, descending }: Arrangement<Row>): Heading {
  const { heading } = column;
  if (!isSortable(column)) return { text: heading };
  const sorted = sort === column ? (descending ? "descending" : "ascending") : undefined;
  const order = sorted === "ascending" ? "descending" : undefined;
  return { text: heading, sorted, sortAt: addressWith(visit, { sort: heading, order, page: undefined }) };
}
