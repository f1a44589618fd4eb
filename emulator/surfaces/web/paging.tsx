import type { ComponentChildren } from "preact";
import type { Visit } from "./page.ts";

/** Administrator Guide, "Status pages": 200 records a page. */
const RECORDS_A_PAGE = 200;

export interface PagedProps<Row> {
  readonly visit: Visit;
  readonly rows: readonly Row[];
  readonly children: (shown: readonly Row[]) => ComponentChildren;
}

/** A long list page by page; the address has the number of the page. */
export function Paged<Row>({ visit, rows, children }: PagedProps<Row>) {
  const last = Math.max(Math.ceil(rows.length / RECORDS_A_PAGE), 1);
  const asked = Number(visit.query.get("page") ?? "1");
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), last) : 1;
  const [path = "", query = ""] = visit.url.split("?");
  const linkTo = (other: number): string => {
    const kept = new URLSearchParams(query);
    kept.set("page", String(other));
    return `${path}?${kept.toString()}`;
  };
  return (
    <>
      {children(rows.slice((page - 1) * RECORDS_A_PAGE, page * RECORDS_A_PAGE))}
      {last > 1 && (
        <p class="count">
          Records {(page - 1) * RECORDS_A_PAGE + 1} to {Math.min(page * RECORDS_A_PAGE, rows.length)} of {rows.length}.{" "}
          {page > 1 && <a href={linkTo(page - 1)}>Previous</a>} {page < last && <a href={linkTo(page + 1)}>Next</a>}
        </p>
      )}
    </>
  );
}
