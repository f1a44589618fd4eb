import type { ComponentChildren } from "preact";

export interface ListRow {
  readonly key: string | number;
  readonly class?: string | undefined;
  /** One for each column. */
  readonly cells: readonly ComponentChildren[];
}

/** In which way the rows are sorted by a column. */
export type SortOrder = "ascending" | "descending";

export interface Heading {
  readonly text: string;
  /** Where a click on the heading leads. */
  readonly sortAt?: string | undefined;
  readonly sorted?: SortOrder | undefined;
}

export interface ListTableProps {
  /** The headings; a blank one stands over check boxes. */
  readonly columns: readonly (string | Heading)[];
  readonly rows: readonly ListRow[];
}

/** A list of the pages. On a narrow screen each row is a block, so every cell brings the name of its column along. */
export function ListTable({ columns, rows }: ListTableProps) {
  const headings = columns.map((column): Heading => (typeof column === "string" ? { text: column } : column));
  return (
    <table class="list">
      <thead>
        <tr>
          {headings.map((heading) => (
            <HeadingCell key={heading.text} heading={heading} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, class: name, cells }) => (
          <tr key={key} class={name}>
            {cells.map((cell, column) => (
              <td key={headings[column]?.text} data-column={headings[column]?.text}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const marks: Readonly<Record<SortOrder, string>> = { ascending: "▲", descending: "▼" };

function HeadingCell({ heading: { text, sortAt, sorted } }: { readonly heading: Heading }) {
  return (
    <th scope="col" aria-label={text === "" ? "Selected" : undefined} aria-sort={sorted}>
      {sortAt === undefined ? text : <a href={sortAt}>{text}</a>}
      {sorted && (
        <span class="sorted" aria-hidden="true">
          {marks[sorted]}
        </span>
      )}
    </th>
  );
}
