import type { Page } from "../../page.ts";
import { SearchReport } from "../../tables/search-steps.tsx";
import type { Visit } from "../../visit.ts";

const recordOf = ({ device, query }: Visit) => device.routing.searches.record(query.get("tag") ?? "");

/** Status > Search history > View: `/searchdetails?tag=<tag>`. */
export const searchDetails: Page = {
  exists: (visit) => recordOf(visit) !== undefined,
  view: (visit) => {
    const record = recordOf(visit);
    if (!record) return null;
    return (
      <>
        <SearchReport visit={visit} record={record} />
        <ul class="related">
          <li>
            <a href={`/eventlog?filter=${record.tag}`}>View all events associated with this call tag</a>
          </li>
        </ul>
      </>
    );
  },
};
