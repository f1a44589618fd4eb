import type { Page } from "../page.ts";
import type { Visit } from "../visit.ts";
import { createRowPage, type CreateRowPageOptions } from "./create-row-page.tsx";
import { formPage } from "./form-page.tsx";
import { sectionsOfRow, SOME_ROW } from "./row-fields.ts";
import { rowListPage, type RowListPageOptions } from "./row-list-page.tsx";

export type RowPagesOptions = CreateRowPageOptions & RowListPageOptions;

/** The three pages of a list whose rows come and go: the list, the page that makes a row, the page of a row. */
export function rowPages(options: RowPagesOptions): {
  readonly list: Page;
  readonly create: Page;
  readonly edit: Page;
} {
  const rowOf = ({ query }: Visit): number => Number(query.get("id"));
  return {
    list: { ...rowListPage(options), sections: () => sectionsOfRow(options, SOME_ROW, options.sections) },
    create: createRowPage(options),
    edit: formPage({
      exists: (visit) => visit.device.configuration.rows.of(options.rows).includes(rowOf(visit)),
      sections: (visit) => sectionsOfRow(options, rowOf(visit), options.sections),
    }),
  };
}
