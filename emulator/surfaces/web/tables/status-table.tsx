import type { ComponentChildren } from "preact";

export interface StatusTableProps {
  /** Tells the tables of one page apart: programs know the cells by `tt<number>r<row>c<column>`. */
  readonly number: number;
  readonly title: string;
  readonly rows: readonly (readonly [item: ComponentChildren, value: ComponentChildren])[];
}

/** A table of the status pages, which an open page keeps up to date. */
export function StatusTable(props: StatusTableProps) {
  return (
    <div data-live={`table-${props.number}`}>
      <Cells {...props} />
    </div>
  );
}

/** The table itself. Programs read it as XML, so no attribute in it may be without a value. */
function Cells({ number, title, rows }: StatusTableProps) {
  return (
    <table class="status_table" summary="A status table">
      <thead>
        <tr>
          <th id={`tt${number}_h`} colSpan={2}>
            {title}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, column) => (
              <td key={column} id={`tt${number}r${row + 1}c${column + 1}`}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
