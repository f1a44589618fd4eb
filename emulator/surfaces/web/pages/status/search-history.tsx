import type { SearchRecord } from "../../../../peer/routing/search.ts";
import { ListTable, type ListRow } from "../../list-table.tsx";
import type { Page, Visit } from "../../page.ts";
import { Paged } from "../../paging.tsx";
import { shownTime } from "../../peer-names.ts";
import { searchStatus } from "../../search-steps.tsx";

/** Administrator Guide, "Search history". */
const columns = ["Start time", "Search type", "Source", "Destination", "Status", "Actions"] as const;

/** Status > Search history: the 255 latest, newest first. */
export const searchHistory: Page = {
  view: (visit) => {
    const { history } = visit.device.routing.searches;
    if (history.length === 0) return <p class="none">There are no searches.</p>;
    return (
      <Paged visit={visit} rows={history}>
        {(shown: readonly SearchRecord[]) => (
          <ListTable columns={columns} rows={shown.map((record) => rowOf(record, visit))} />
        )}
      </Paged>
    );
  },
};

function rowOf(record: SearchRecord, { device }: Visit): ListRow {
  const { tag, startedAt, query } = record;
  return {
    key: tag,
    cells: [
      shownTime(device, startedAt),
      query.type,
      query.sourceAlias,
      query.alias,
      searchStatus(record),
      <a href={`/searchdetails?tag=${tag}`} aria-label={`View the search for ${query.alias}`}>
        View
      </a>,
    ],
  };
}
