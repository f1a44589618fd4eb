import type { ComponentChildren } from "preact";
import { ListTable, type ListRow } from "../list-table.tsx";
import type { Page, Visit } from "../page.ts";
import { SelectAll } from "../select-all.tsx";
import { AskFirst } from "./confirmation.tsx";
import { deleteRows } from "./delete-rows.tsx";
import { Form, SubmitButton } from "./form.tsx";
import { HeldNote } from "./held-note.tsx";
import { nameOfRow, rowWord, sectionsOfRow, SOME_ROW, type RowList, type RowSection } from "./row-fields.ts";

export interface RowColumn {
  readonly heading: string;
  readonly cell: (visit: Visit, row: number) => ComponentChildren;
}

export interface RowListPageOptions extends RowList {
  readonly columns: readonly RowColumn[];
  /** What a row holds, where its page has nothing but these fields. */
  readonly sections?: readonly RowSection[];
  /** Rows come in the order of this number; without it in that of their indices. */
  readonly order?: (visit: Visit, row: number) => number;
  /** What comes before them and is always there. */
  readonly always?: (visit: Visit) => readonly ListRow[];
}

/** The list itself, with a button for another row and one that deletes those that are ticked. */
export function rowListPage(options: RowListPageOptions): Page {
  const { sections } = options;
  return {
    view: (visit) => (
      <>
        <Form visit={visit}>
          <AskFirst />
          <Rows options={options} visit={visit} />
          <div class="buttons">
            <SubmitButton label="New" />
            <SubmitButton label="Delete" minor />
            <SelectAll visit={visit} />
          </div>
        </Form>
        {sections && <HeldNote sections={sectionsOfRow(options, SOME_ROW, sections)} />}
      </>
    ),
    submit: (visit, sent) => {
      if (sent.button === "New") return { kind: "go", to: `/create${rowWord(options)}` };
      if (sent.button === "Delete") return deleteRows(visit, sent, options);
      return { kind: "refused", reason: `there is no button "${sent.button}" on this page` };
    },
  };
}

function Rows({ options, visit }: { readonly options: RowListPageOptions; readonly visit: Visit }) {
  const { rows, noun, columns, order = (_visit, row) => row, always } = options;
  const present = visit.device.configuration.rows
    .of(rows.list)
    .toSorted((a, b) => order(visit, a) - order(visit, b) || a - b);
  const fixed = always?.(visit) ?? [];
  if (present.length + fixed.length === 0) return <p class="none">There are no {noun}s.</p>;
  return (
    <ListTable
      columns={["", ...columns.map(({ heading }) => heading), "Actions"]}
      rows={[
        ...fixed,
        ...present.map((row) => ({
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
        })),
      ]}
    />
  );
}

interface RowBoxProps {
  readonly list: RowList;
  readonly visit: Visit;
  readonly row: number;
}

/** The check box of a row. */
function RowBox({ list, visit, row }: RowBoxProps) {
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
