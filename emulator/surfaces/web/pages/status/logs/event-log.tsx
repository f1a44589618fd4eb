import { Form, SubmitButton } from "../../../form/form.tsx";
import type { Page, Visit } from "../../../page.ts";

/** Administrator Guide, "Logs": log pages show 1000 records at a time. */
const LINES_SHOWN = 1000;

/** How many of the newest lines a filter looks through. */
const LINES_SEARCHED = 20_000;

/** Administrator Guide, "Event Log color coding". */
const colours: readonly (readonly [colour: string, events: readonly string[]])[] = [
  [
    "green",
    [
      "System Start",
      "Admin Session Start",
      "Admin Session Finish",
      "Call Connected",
      "Request Successful",
      "Beginning System Restore",
      "Completed System Restore",
    ],
  ],
  ["orange", ["System Shutdown", "Intrusion Protection Unblocking"]],
  ["purple", ["Diagnostic Logging"]],
  [
    "red",
    [
      "Registration Rejected",
      "Registration Refresh Rejected",
      "Call Rejected",
      "Security Alert",
      "License Limit Reached",
      "Decode Error",
      "TLS Negotiation Error",
      "External Server Communications Failure",
      "Application Failed",
      "Request Failed",
      "System Backup Error",
      "System Restore Error",
      "Authorization Failure",
      "Intrusion Protection Blocking",
    ],
  ],
];

const colourOf: ReadonlyMap<string, string> = new Map(
  colours.flatMap(([colour, events]) => events.map((event) => [event, colour] as const)),
);

interface FilterField {
  readonly name: string;
  readonly label: string;
  readonly matches: (line: string, text: string) => boolean;
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** A line is shown when every field that is filled in lets it pass. */
const filterFields: readonly FilterField[] = [
  { name: "filter", label: "Filter", matches: (line, text) => wordsOf(text).every((word) => line.includes(word)) },
  { name: "string", label: "Contains the string", matches: (line, text) => line.includes(text) },
  {
    name: "any",
    label: "Contains any of the words",
    matches: (line, text) => wordsOf(text).some((word) => line.includes(word)),
  },
  {
    name: "none",
    label: "Not containing any of the words",
    matches: (line, text) => !wordsOf(text).some((word) => line.includes(word)),
  },
];

/** Status > Logs > Event Log: the lines of this peer, newest first. */
export const eventLog: Page = {
  view: (visit) => {
    const lines = linesFor(visit);
    return (
      <>
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
            </div>
          </fieldset>
        </Form>
        <p class="count">{lines.length === 1 ? "1 line" : `${lines.length} lines`}, newest first</p>
        <ol class="log">
          {lines.map((line, place) => (
            <li key={place} class={colourOf.get(/ Event="([^"]*)"/.exec(line)?.[1] ?? "")}>
              {line}
            </li>
          ))}
        </ol>
      </>
    );
  },
  submit: (_visit, sent) => {
    if (sent.button === "Reset") return { kind: "go", to: "/eventlog" };
    const filled = filterFields.flatMap(({ name }): [string, string][] => {
      const text = sent.get(name) ?? "";
      return text === "" ? [] : [[name, text]];
    });
    return { kind: "go", to: `/eventlog?${new URLSearchParams(filled).toString()}` };
  },
};

function linesFor({ device, query }: Visit): readonly string[] {
  const filters = filterFields.flatMap(({ name, matches }) => {
    const text = (query.get(name) ?? "").toLowerCase();
    return text === "" ? [] : [(line: string) => matches(line.toLowerCase(), text)];
  });
  if (filters.length === 0) return device.log.newest(LINES_SHOWN);
  return device.log
    .newest(LINES_SEARCHED)
    .filter((line) => filters.every((passes) => passes(line)))
    .slice(0, LINES_SHOWN);
}
