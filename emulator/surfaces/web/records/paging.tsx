import type { ComponentChildren } from "preact";
import type { Visit } from "../visit.ts";
import { addressWith } from "./address-with.ts";

/** Administrator Guide, "Status pages": 200 records a page. */
export const RECORDS_A_PAGE = 200;

export interface PagedProps<Row> {
  readonly visit: Visit;
  readonly rows: readonly Row[];
  readonly recordsAPage?: number;
  readonly children: (shown: readonly Row[]) => ComponentChildren;
}

/** A long list page by page; the address has the number of the page. */
export function Paged<Row>({ visit, rows, recordsAPage = RECORDS_A_PAGE, children }: PagedProps<Row>) {
  const { page, last, from, to } = pageOf(visit, rows.length, recordsAPage);
  const linkTo = (other: number): string => addressWith(visit, { page: String(other) });
  return (
    <>
      {children(rows.slice(from, to))}
      {last > 1 && (
        <p class="count">
          Records {from + 1} to {to} of {rows.length}. {page > 1 && <a href={linkTo(page - 1)}>Previous</a>}{" "}
          {page < last && <a href={linkTo(page + 1)}>Next</a>}
        </p>
      )}
    </>
  );
}

/** The page that an address asks for, from 1, the last one, and the places of its records: `to` is the one after them. */
export function pageOf(
  { query }: Visit,
  records: number,
  recordsAPage: number,
): { readonly page: number; readonly last: number; readonly from: number; readonly to: number } {
  const last = Math.max(Math.ceil(records / recordsAPage), 1);
  const asked = Number(query.get("page") ?? "1");
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), last) : 1;
  return { page, last, from: (page - 1) * recordsAPage, to: Math.min(page * recordsAPage, records) };
}
