import { colouredDetails, type EventType, eventTypes } from "../../../../../model/logs/events.ts";
import type { LogKind, LogKindName } from "../../../../../model/logs/log-kinds.ts";
import { Form, SubmitButton } from "../../../form/form.tsx";
import type { Page } from "../../../page.ts";
import { Paged, pageOf } from "../../../records/paging.tsx";
import type { Visit } from "../../../visit.ts";
import { filterFields, filterLines } from "./log-filter.ts";

/** Administrator Guide, "Logs": log pages show 1000 records at a time. */
const LINES_A_PAGE = 1000;

/** More lines than any log keeps. */
const ALL_LINES = 1_000_000;

const colours: ReadonlyMap<string, string | undefined> = new Map(
  eventTypes.map(({ name, colour }: EventType) => [name, colour]),
);

/** Status > Logs: the lines of one log of this peer, newest first. */
export function logPage({ kind, keyword }: LogKind & { readonly kind: LogKindName }): Page {
  const linesFor = ({ device, query }: Visit): readonly string[] =>
    filterLines(device.log.newest(ALL_LINES, kind), query);
  return {
    view: (visit) => {
      const lines = linesFor(visit);
      return (
        <>
          <FilterForm visit={visit} />
          <p class="count">{lines.length === 1 ? "1 line" : `${lines.length} lines`}, newest first</p>
          <Paged visit={visit} rows={lines} recordsAPage={LINES_A_PAGE}>
            {(shown) => <Lines lines={shown} />}
          </Paged>
          {visit.pages.find("logging") && (
            <p>
              <a href="/logging">Configure the log settings</a>
            </p>
          )}
        </>
      );
    },
    submit: (visit, sent) => {
      if (sent.button === "Download this page") {
        const { from, to } = pageOf(visit, linesFor(visit).length, LINES_A_PAGE);
        const text = linesFor(visit).slice(from, to).join("\n");
        return { kind: "file", name: `${keyword}.txt`, bytes: Buffer.from(`${text}\n`) };
      }
      const [path = ""] = visit.url.split("?");
      if (sent.button === "Reset") return { kind: "go", to: path };
      const filled = filterFields.flatMap(({ name }): [string, string][] => {
        const text = sent.get(name) ?? "";
        return text === "" ? [] : [[name, text]];
      });
      return { kind: "go", to: `${path}?${new URLSearchParams(filled).toString()}` };
    },
  };
}

function FilterForm({ visit }: { readonly visit: Visit }) {
  return (
    <Form visit={visit} class="page-form">
      <fieldset>
        <legend>Filter</legend>
        {filterFields.map(({ name, label }) => (
          <div key={name} class="row">
            <div class="label">
              <label for={name}>{label}</label>
            </div>
            <div class="field">
              <input type="text" id={name} name={name} value={visit.query.get(name)} />
            </div>
          </div>
        ))}
        <div class="buttons">
          <SubmitButton label="Filter" />
          <SubmitButton label="Reset" minor />
          <SubmitButton label="Download this page" minor />
        </div>
      </fieldset>
    </Form>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ol class="log">
      {lines.map((line, place) => (
        <li key={place} class={colourOf(line)}>
          {line}
        </li>
      ))}
    </ol>
  );
}

function colourOf(line: string): string | undefined {
  const detail = colouredDetails.find(({ pattern }) => pattern.test(line));
  return detail?.colour ?? colours.get(/ Event="([^"]*)"/.exec(line)?.[1] ?? "");
}
