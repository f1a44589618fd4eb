import type { SearchRecord } from "../../../../peer/calls/routing/search.ts";
import type { Page } from "../../page.ts";
import { ACTIONS, type Column } from "../../records/columns.ts";
import { Records } from "../../records/records.tsx";
import { shownTime } from "../../tables/peer-names.ts";
import { searchStatus } from "../../tables/search-steps.tsx";
import type { Visit } from "../../visit.ts";

/** Administrator Guide, "Search history". */
const columnsFor = ({ device }: Visit): readonly Column<SearchRecord>[] => [
  { heading: "Start time", cell: ({ startedAt }) => shownTime(device, startedAt) },
  { heading: "Search type", cell: ({ query }) => query.type },
  { heading: "Source", cell: ({ query }) => query.sourceAlias },
  { heading: "Destination", cell: ({ query }) => query.alias },
  { heading: "Status", cell: searchStatus },
  {
    heading: ACTIONS,
    cell: ({ tag, query }) => (
      <a href={`/searchdetails?tag=${tag}`} aria-label={`View the search for ${query.alias}`}>
        View
      </a>
    ),
  },
];

/** Status > Search history: the 255 latest, newest first. */
export const searchHistory: Page = {
  view: (visit) => {
    const { history } = visit.device.routing.searches;
    if (history.length === 0) return <p class="none">There are no searches.</p>;
    return <Records visit={visit} columns={columnsFor(visit)} rows={history} keyOf={({ tag }) => tag} />;
  },
};
