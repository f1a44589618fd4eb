import type { ComponentChildren } from "preact";
import { ListTable } from "../list-table.tsx";
import type { Page, Visit } from "../page.ts";
import { SelectAll } from "../select-all.tsx";
import { AskFirst } from "./confirmation.tsx";
import { createRowPage, type CreateRowPageOptions } from "./create-row-page.tsx";
import { deleteRows } from "./delete-rows.tsx";
import { Form, SubmitButton } from "./form.tsx";
import { formPage } from "./form-page.tsx";
import { nameOfRow, rowWord, sectionsOfRow, type RowList } from "./row-fields.ts";

export interface RowColumn {
  readonly heading: string;
  readonly cell: (visit: Visit, row: number) => ComponentChildren;
}

export interface RowPagesOptions extends CreateRowPageOptions {
  readonly columns: readonly RowColumn[];
  /** Rows come in the order of this number; without it in that of their indices. */
  readonly order?: (visit: Visit, row: number) => number;
}

/** The three pages of a list whose rows come and go: the list, the page that makes a row, the page of a row. */
export function rowPages(options: RowPagesOptions): {
  readonly list: Page;
  readonly create: Page;
  readonly edit: Page;
} {
  const rowOf = ({ query }: Visit): number => Number(query.get("id"));
  return {
    list: listPage(options),
    create: createRowPage(options),
    edit: formPage({
      exists: (visit) => visit.device.configuration.rows.of(options.rows.list).includes(rowOf(visit)),
      sections: (visit) => sectionsOfRow(options, rowOf(visit), options.sections),
    }),
  };
}

function listPage(options: RowPagesOptions): Page {
  return {
    view: (visit) => (
      <Form visit={visit}>
        <AskFirst />
        <Rows options={options} visit={visit} />
        <div class="buttons">
          <SubmitButton label="New" />
          <SubmitButton label="Delete" minor />
          <SelectAll visit={visit} />
        </div>
      </Form>
    ),
    submit: (visit, sent) => {
      if (sent.button === "New") return { kind: "go", to: `/create${rowWord(options)}` };
      if (sent.button === "Delete") return deleteRows(visit, sent, options);
      return { kind: "refused", reason: `there is no button "${sent.button}" on this page` };
    },
  };
}

function Rows({ options, visit }: { readonly options: RowPagesOptions; readonly visit: Visit }) {
  const { rows, noun, columns, order = (_visit, row) => row } = options;
  const present = visit.device.configuration.rows
    .of(rows.list)
    .toSorted((a, b) => order(visit, a) - order(visit, b) || a - b);
  if (present.length === 0) return <p class="none">There are no {noun}s.</p>;
  return (
    <ListTable
      columns={["", ...columns.map(({ heading }) => heading), "Actions"]}
      rows={present.map((row) => ({
        key: row,
        cells: [
          <RowBox list={options} visit={visit} row={row} />,
          ...columns.map(({ cell }) => cell(visit, row)),
          <a
            href={`/edit${rowWord(options)}?id=${row}`}
            aria-label={`View/Edit ${nameOfRow(visit.device, options, row)}`}
          >
            View/Edit
          </a>,
        ],
      }))}
    />
  );
}

export interface RowBoxProps {
  readonly list: RowList;
  readonly visit: Visit;
  readonly row: number;
}

/** The check box of a row. */
export function RowBox({ list, visit, row }: RowBoxProps) {
  return (
    <input
      type="checkbox"
      name={rowWord(list)}
      value={row}
      checked={visit.query.get("select") === "all"}
      aria-label={`Select ${nameOfRow(visit.device, list, row)}`}
    />
  );
}
