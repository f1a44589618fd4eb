import type { Outcome } from "../page.ts";
import type { Visit } from "../visit.ts";
import { Form } from "./form.tsx";
import type { SentFields } from "./sent-fields.ts";

/**
 * The product asks in a dialog of the browser, so a program that sends the form itself is never asked. Our forms carry
 * this field, which the answer to the question leaves out; a program need not send it.
 */
const ASK_FIRST = "askfirst";

/** Goes into a form that is to be confirmed. */
export function AskFirst() {
  return <input type="hidden" name={ASK_FIRST} value="yes" />;
}

/** Whether a form came from a page, before its question was answered. */
export const isToBeAsked = (sent: SentFields): boolean => sent.get(ASK_FIRST) !== undefined;

/**
 * The question that comes before what a button does; undefined when it has been answered, or nobody is to be asked.
 *
 * @param fields what is sent again when the answer is OK, besides the button
 */
export function questionFirst(
  visit: Visit,
  sent: SentFields,
  question: string,
  fields: ConfirmationProps["fields"] = [],
): Outcome | undefined {
  if (!isToBeAsked(sent)) return undefined;
  const again = [...fields, ["submitbutton", sent.button] as const];
  return { kind: "ask", question: <Confirmation visit={visit} question={question} fields={again} /> };
}

interface ConfirmationProps {
  readonly visit: Visit;
  readonly question: string;
  /** What is sent again when the answer is OK, the button among it. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** A question that is answered with OK or Cancel, without a script. */
export function Confirmation({ visit, question, fields }: ConfirmationProps) {
  return (
    <div class="dialog" role="alertdialog" aria-labelledby="question">
      <Form visit={visit}>
        <p id="question">{question}</p>
        {fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <div class="buttons">
          <button type="submit" class="button" name="formbutton" value="OK" autofocus>
            OK
          </button>
          <a class="button minor" href={visit.url}>
            Cancel
          </a>
        </div>
      </Form>
    </div>
  );
}
