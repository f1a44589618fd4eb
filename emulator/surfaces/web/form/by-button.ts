import type { Outcome, Page } from "../page.ts";
import type { Visit } from "../visit.ts";
import type { SentFields } from "./sent-fields.ts";

/** What a button does. */
export type Press = (visit: Visit, sent: SentFields) => Outcome | Promise<Outcome>;

/** Takes the forms of a page by the labels of its buttons. Who presses one that is not there is told which are. */
export function byButton(presses: Readonly<Record<string, Press>>): NonNullable<Page["submit"]> {
  const labels = Object.keys(presses);
  return (visit, sent) => {
    const press = labels.includes(sent.button) ? presses[sent.button] : undefined;
    if (press) return press(visit, sent);
    const there = labels.map((label) => `"${label}"`).join(", ");
    return { kind: "refused", reason: `there is no button "${sent.button}" on this page, which has ${there}` };
  };
}
