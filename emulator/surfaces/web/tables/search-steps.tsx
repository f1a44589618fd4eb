import type { SearchRecord } from "../../../peer/calls/routing/search.ts";
import { ListTable } from "../records/list-table.tsx";
import type { Visit } from "../visit.ts";
import { protocolName } from "./call-words.ts";
import { shownTime } from "./peer-names.ts";
import { StatusTable } from "./status-table.tsx";

const NOT_FOUND = "Not found";

/** `Found`, or `Not found` and why, where there is more to say. */
export function searchStatus({ found, reason }: SearchRecord): string {
  if (found) return "Found";
  return reason === NOT_FOUND ? NOT_FOUND : `${NOT_FOUND}: ${reason}`;
}

/** What a search that is over was for, what it did and what came of it. */
export function SearchReport({ visit: { device }, record }: { readonly visit: Visit; readonly record: SearchRecord }) {
  const { query, found, steps, startedAt, tag } = record;
  return (
    <>
      <StatusTable
        number={1}
        title="Search"
        rows={[
          ["Status", searchStatus(record)],
          ...(found ? [["Found in", foundIn(found)] as const, ["Alias", found.alias] as const] : []),
          ["Start time", shownTime(device, startedAt)],
          ["Search type", query.type],
          ["Protocol", protocolName(query.protocol)],
          ["Source", query.sourceAlias],
          ["Source zone", query.from],
          ["Destination", query.alias],
          ["Hop count", query.hopCount],
          ["Tag", tag],
        ]}
      />
      <h2>Steps</h2>
      {steps.length === 0 ? (
        <p class="none">No transform and no search rule applied.</p>
      ) : (
        <ListTable
          columns={["Step", "What happened"]}
          rows={steps.map(({ what, detail }, place) => ({ key: place, cells: [what, detail] }))}
        />
      )}
    </>
  );
}

const foundIn = ({ zone, answeredBy }: NonNullable<SearchRecord["found"]>): string =>
  answeredBy === undefined ? zone : `${zone}, as ${answeredBy} answers`;
