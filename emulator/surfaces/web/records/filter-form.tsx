import type { Visit } from "../visit.ts";
import { addressWith } from "./address-with.ts";

/** What a list is filtered by. It only asks, so it goes into the address, as sort order and page do. */
export function FilterForm({ visit, filter }: { readonly visit: Visit; readonly filter: string }) {
  const [path, query] = addressWith(visit, { filter: undefined, page: undefined, select: undefined }).split("?");
  return (
    <form method="get" action={path} class="filter" role="search">
      {[...new URLSearchParams(query)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label for="filter">Filter</label>
      <input type="search" id="filter" name="filter" value={filter} />
      <button type="submit" class="button minor">
        Filter
      </button>
      {filter !== "" && <a href={addressWith(visit, { filter: undefined, page: undefined })}>Reset</a>}
    </form>
  );
}
