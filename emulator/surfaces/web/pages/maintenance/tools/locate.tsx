import { locateQuery } from "../../../../../peer/calls/routing/routing.ts";
import type { SearchRecord } from "../../../../../peer/calls/routing/search.ts";
import { checkArguments, findCommand } from "../../../../../peer/configuration/commands/commands.ts";
import { argumentsOf, type CommandField, CommandFields } from "../../../form/command-fields.tsx";
import { Form, SubmitButton } from "../../../form/form.tsx";
import { protocolWords, toWords } from "../../../form/option-words.ts";
import type { Page } from "../../../page.ts";
import { SearchReport } from "../../../tables/search-steps.tsx";
import type { Visit } from "../../../visit.ts";
import { zoneNames } from "../../configuration/nodes.ts";

const fields: readonly CommandField[] = [
  { argument: "Alias", label: "Alias" },
  { argument: "HopCount", label: "Hop count", first: "15" },
  { argument: "Protocol", label: "Protocol", words: protocolWords },
  { argument: "SourceZone", label: "Source", choices: (visit) => ["LocalZone", "DefaultZone", ...zoneNames(visit)] },
  { argument: "Authenticated", label: "Authenticated", first: "No" },
  { argument: "SourceAlias", label: "Source alias" },
];

const tagOf = ({ query }: Visit): string | undefined => query.get("tag");

/**
 * Maintenance > Tools > Locate (Administrator Guide, "Locating an alias"). A search takes time that only passes once the
 * request is answered, so its page is looked at again until the search is over.
 */
export const locate: Page = {
  refresh: (visit) => (visit.device.routing.searches.isSearching(tagOf(visit) ?? "") ? 1 : undefined),
  view: (visit, refusal) => {
    const tag = tagOf(visit);
    const record = tag === undefined ? undefined : visit.device.routing.searches.record(tag);
    const asked = record && shownQuery(record);
    return (
      <>
        <Form visit={visit} class="page-form">
          <fieldset>
            <legend>Locate</legend>
            <CommandFields
              visit={visit}
              command="Locate"
              fields={fields}
              typed={(argument) => refusal?.sent.get(argument) ?? asked?.[argument]}
            />
            <div class="buttons">
              <SubmitButton label="Locate" />
            </div>
          </fieldset>
        </Form>
        {!refusal && tag !== undefined && <SearchState visit={visit} tag={tag} record={record} />}
      </>
    );
  },
  submit: (visit, sent) => {
    const found = findCommand("Locate");
    if (!found.ok) return { kind: "refused", reason: found.reason };
    const checked = checkArguments(found.command, argumentsOf("Locate", fields, sent));
    if (!checked.ok) return { kind: "refused", reason: checked.reason };
    return { kind: "go", to: `/locate?tag=${visit.device.routing.locate(locateQuery(checked.args))}` };
  },
};

interface SearchStateProps {
  readonly visit: Visit;
  readonly tag: string;
  readonly record: SearchRecord | undefined;
}

function SearchState({ visit, tag, record }: SearchStateProps) {
  if (record) {
    return (
      <section aria-live="polite">
        <p class="count">Search completed</p>
        <SearchReport visit={visit} record={record} />
      </section>
    );
  }
  if (visit.device.routing.searches.isSearching(tag)) return <p class="count">Searching...</p>;
  return <p class="none">This search is no longer known: the last 255 are kept, until the next restart.</p>;
}

/** The query of a search as the fields show it. */
const shownQuery = ({ query }: SearchRecord): Readonly<Record<string, string>> => ({
  Alias: query.alias,
  HopCount: String(query.hopCount),
  Protocol: toWords(protocolWords, query.protocol),
  SourceZone: query.from,
  Authenticated: query.authenticated ? "Yes" : "No",
  SourceAlias: query.sourceAlias,
});
