import type { ComponentChildren } from "preact";

export interface ListRow {
  readonly key: string | number;
  readonly class?: string | undefined;
  /** One for each column. */
  readonly cells: readonly ComponentChildren[];
}

export interface ListTableProps {
  /** The headings; a blank one stands over check boxes. */
  readonly columns: readonly string[];
  readonly rows: readonly ListRow[];
}

/** A list of the pages. On a narrow screen each row is a block, so every cell brings the name of its column along. */
export function ListTable({ columns, rows }: ListTableProps) {
  return (
    <table class="list">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} aria-label={column === "" ? "Selected" : undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, class: name, cells }) => (
          <tr key={key} class={name}>
            {cells.map((cell, column) => (
              <td key={columns[column]} data-column={columns[column]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
