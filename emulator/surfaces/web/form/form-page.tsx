import type { ComponentChildren } from "preact";
import { type ItemValue, setItems } from "../../../peer/configuration/set-items.ts";
import type { Outcome, Page } from "../page.ts";
import type { Refusal, Visit } from "../visit.ts";
import { AskFirst, Confirmation, isToBeAsked } from "./confirmation.tsx";
import { type DrawnField, FieldRow } from "./field-row.tsx";
import { fieldName, itemOf, labelOf, optionsOf } from "./field-words.ts";
import type { FormField, FormSection } from "./form-section.ts";
import { Form, SubmitButton } from "./form.tsx";
import { toWords } from "./option-words.ts";
import { readChanges } from "./read-changes.ts";
import type { SentFields } from "./sent-fields.ts";
import { StoredOnlyNote } from "./stored-only-note.tsx";

/** What makes one page of fields different from another: mostly its table. */
export interface FormPageOptions {
  readonly sections: readonly FormSection[] | ((visit: Visit) => readonly FormSection[]);
  readonly exists?: (visit: Visit) => boolean;
  /** Goes below the form. */
  readonly status?: (visit: Visit) => ComponentChildren;
  /** The question to be answered before these changes are made, if they need one. */
  readonly question?: (changes: readonly ItemValue[], visit: Visit) => string | undefined;
}

/** A page of fields; it may be a part of one that has more. */
export type FormPage = Page & Required<Pick<Page, "sections" | "submit">>;

/** A page that shows items of the configuration and saves them. */
export function formPage(options: FormPageOptions): FormPage {
  const sectionsOf = (visit: Visit): readonly FormSection[] =>
    typeof options.sections === "function" ? options.sections(visit) : options.sections;
  return {
    ...(options.exists && { exists: options.exists }),
    sections: sectionsOf,
    view: (visit, refusal) => (
      <>
        <Form visit={visit} class="page-form">
          {options.question && <AskFirst />}
          {sectionsOf(visit).map((section) => (
            <fieldset key={section.title}>
              <legend>{section.title}</legend>
              {section.fields.map((field) => (
                <FieldRow key={field.item} field={drawn(field, visit, refusal)} />
              ))}
            </fieldset>
          ))}
          <div class="buttons">
            <SubmitButton label="Save" />
          </div>
        </Form>
        {options.status?.(visit)}
        <StoredOnlyNote sections={sectionsOf(visit)} />
      </>
    ),
    submit: (visit, sent) => {
      const fields = sectionsOf(visit).flatMap((section) => section.fields);
      const changes = readChanges(fields, sent, visit.device.configuration);
      const question = isToBeAsked(sent) ? options.question?.(changes, visit) : undefined;
      if (question !== undefined) return ask(visit, question, fields, sent);
      return save(visit, fields, changes);
    },
  };
}

function drawn(field: FormField, visit: Visit, refusal: Refusal | undefined): DrawnField {
  const { item } = itemOf(field);
  const name = fieldName(field.item);
  const current = visit.device.configuration.get(field.item);
  const words = (value: string): string => toWords(field.words, value);
  const typed = item.values.kind === "secret" ? undefined : refusal?.sent.get(name);
  return {
    name,
    label: labelOf(field),
    values: item.values,
    description: item.description,
    standard: item.default,
    value: typed ?? words(current),
    options: optionsOf(field, current, visit),
    words,
    peerSpecific: item.scope === "peer",
    wrong: refusal?.path === field.item,
    readOnly: field.readOnly === true,
    beside: field.beside?.(visit),
    item: field.item,
  };
}

function ask(visit: Visit, question: string, fields: readonly FormField[], sent: SentFields): Outcome {
  const again = fields.flatMap((field): [string, string][] => {
    const name = fieldName(field.item);
    const value = sent.get(name);
    return value === undefined || itemOf(field).item.values.kind === "secret" ? [] : [[name, value]];
  });
  return {
    kind: "ask",
    question: <Confirmation visit={visit} question={question} fields={[...again, ["submitbutton", "Save"]]} />,
  };
}

function save(visit: Visit, fields: readonly FormField[], changes: readonly ItemValue[]): Outcome {
  const result = setItems(visit.device, changes, visit.actor);
  if (result.ok) return { kind: "done", text: "Saved" };
  const field = fields.find(({ item }) => item === result.path);
  const label = field ? labelOf(field) : result.path;
  return { kind: "refused", reason: `${label}: ${result.reason}`, path: result.path };
}
