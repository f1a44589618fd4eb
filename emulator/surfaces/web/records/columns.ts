import type { ComponentChildren } from "preact";

/** One column of a list. */
export interface Column<Row> {
  /** Blank over check boxes. */
  readonly heading: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** By what rows are put in order where that is not the text of the cell: a duration by its seconds. */
  readonly order?: (row: Row) => number;
}

/** The column of links to what can be done with a row. */
export const ACTIONS = "Actions";

/** The column of arrows with which a row changes places with its neighbour. */
export const REARRANGE = "Rearrange";

/** Whether a list can be put in the order of a column: not by check boxes, links and arrows. */
export const isSortable = ({ heading }: Pick<Column<never>, "heading">): boolean =>
  !["", ACTIONS, REARRANGE].includes(heading);
