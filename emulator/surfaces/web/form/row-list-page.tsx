import type { ComponentChildren } from "preact";
import type { Page } from "../page.ts";
import { ACTIONS, type Column } from "../records/columns.ts";
import type { ListRow } from "../records/list-table.tsx";
import { Records } from "../records/records.tsx";
import { SelectAll } from "../records/select-all.tsx";
import { selectColumn } from "../records/select-box.tsx";
import type { Visit } from "../visit.ts";
import { byButton } from "./by-button.ts";
import { AskFirst } from "./confirmation.tsx";
import { deleteRows } from "./delete-rows.tsx";
import { Form, SubmitButton } from "./form.tsx";
import { nameOfRow, type RowList, type RowSection, rowWord, sectionsOfRow, SOME_ROW } from "./row-fields.ts";
import { StoredOnlyNote } from "./stored-only-note.tsx";

export interface RowColumn {
  readonly heading: string;
  readonly cell: (visit: Visit, row: number) => ComponentChildren;
}

export interface RowListPageOptions extends RowList {
  readonly columns: readonly RowColumn[] | ((visit: Visit) => readonly RowColumn[]);
  /** What a row holds, where its page has nothing but these fields. */
  readonly sections?: readonly RowSection[];
  /** Rows come in the order of this number; without it in that of their indices. */
  readonly order?: (visit: Visit, row: number) => number;
  /** What comes before them and is always there. */
  readonly always?: (visit: Visit) => readonly ListRow[];
  /** Rows are often made after the model of another: each has a link to a page that begins as its copy. */
  readonly clones?: true;
}

/** The list itself, with a button for another row and one that deletes those that are ticked. */
export function rowListPage(options: RowListPageOptions): Page {
  const { sections } = options;
  return {
    view: (visit) => (
      <>
        <Rows options={options} visit={visit} />
        {sections && <StoredOnlyNote sections={sectionsOfRow(options, SOME_ROW, sections)} />}
      </>
    ),
    submit: byButton({
      New: () => ({ kind: "go", to: `/create${rowWord(options)}` }),
      Delete: (visit, sent) => deleteRows(visit, sent, options),
    }),
  };
}

interface RowsProps {
  readonly options: RowListPageOptions;
  readonly visit: Visit;
}

function Rows({ options, visit }: RowsProps) {
  const { rows, noun, order = (_visit, row) => row, always } = options;
  const present = visit.device.configuration.rows
    .of(rows)
    .map((row) => ({ row, place: order(visit, row) }))
    .toSorted((a, b) => a.place - b.place || a.row - b.row)
    .map(({ row }) => row);
  const fixed = always?.(visit) ?? [];
  const buttons = (
    <>
      <SubmitButton label="New" />
      <SubmitButton label="Delete" minor />
      <SelectAll visit={visit} />
    </>
  );
  if (present.length + fixed.length === 0)
    return (
      <Form visit={visit}>
        <AskFirst />
        <p class="none">There are no {noun}s.</p>
        <div class="buttons">{buttons}</div>
      </Form>
    );
  return (
    <Records visit={visit} columns={columnsOf(options, visit)} rows={present} keyOf={(row) => row} always={fixed} asks>
      {buttons}
    </Records>
  );
}

function columnsOf(options: RowListPageOptions, visit: Visit): readonly Column<number>[] {
  const called = (row: number): string => nameOfRow(visit.device, options, row);
  const word = rowWord(options);
  const columns = typeof options.columns === "function" ? options.columns(visit) : options.columns;
  return [
    selectColumn(visit, { name: word, value: (row) => row, label: called }),
    ...columns.map(({ heading, cell }) => ({ heading, cell: (row: number) => cell(visit, row) })),
    {
      heading: ACTIONS,
      cell: (row) => (
        <span class="actions">
          <a href={`/edit${word}?id=${row}`} aria-label={`View/Edit ${called(row)}`}>
            View/Edit
          </a>
          {options.clones && visit.mayAct && (
            <a href={`/create${word}?clone=${row}`} aria-label={`Clone ${called(row)}`}>
              Clone
            </a>
          )}
        </span>
      ),
    },
  ];
}
