import type { Visit } from "../visit.ts";
import { type OptionWords, toWords } from "./option-words.ts";
import { itemOfRow, type RowList } from "./row-fields.ts";
import type { RowColumn } from "./row-list-page.tsx";

/** A column that shows an item of each row, in the page's words. */
export const itemColumn = (
  list: Pick<RowList, "rows">,
  heading: string,
  item: string,
  words?: OptionWords,
): RowColumn => ({
  heading,
  cell: ({ device }, row) => toWords(words, device.configuration.get(itemOfRow(list.rows, row, item))),
});

/** The order of a list whose rows have a priority. */
export const byPriority =
  (list: Pick<RowList, "rows">) =>
  ({ device }: Visit, row: number): number =>
    device.configuration.integer(itemOfRow(list.rows, row, "Priority"));
