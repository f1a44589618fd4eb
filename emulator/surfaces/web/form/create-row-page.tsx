import { createRow } from "../../../peer/configuration/create-row.ts";
import { findItem } from "../../../peer/configuration/item-paths.ts";
import { isShown } from "../../../peer/configuration/presence.ts";
import { checkValue } from "../../../peer/configuration/value-space.ts";
import type { Outcome, Page } from "../page.ts";
import type { Refusal, Visit } from "../visit.ts";
import { type DrawnField, FieldRow } from "./field-row.tsx";
import { fieldName, itemOf, labelOf, optionsOf } from "./field-words.ts";
import { Form, SubmitButton } from "./form.tsx";
import { fromWords, toWords } from "./option-words.ts";
import {
  itemOfRow,
  type RowField,
  type RowList,
  type RowSection,
  rowWord,
  sectionsOfRow,
  SOME_ROW,
} from "./row-fields.ts";
import type { SentFields } from "./sent-fields.ts";
import { StoredOnlyNote } from "./stored-only-note.tsx";

export interface CreateRowPageOptions extends RowList {
  readonly sections: readonly RowSection[];
}

/** The page that makes a row. Its fields are named by their words alone: `node1_name`. */
export function createRowPage(list: CreateRowPageOptions): Page {
  const fields = list.sections.flatMap((section) => section.fields);
  return {
    items: new Map(fields.map(({ item }) => [fieldName(item), itemOfRow(list.rows, SOME_ROW, item)])),
    sections: () => sectionsOfRow(list, SOME_ROW, list.sections),
    view: (visit, refusal) => (
      <>
        <Form visit={visit} class="page-form">
          {list.sections.map((section) => (
            <fieldset key={section.title}>
              <legend>{section.title}</legend>
              {section.fields.map((field) => (
                <FieldRow key={field.item} field={drawn(list, field, visit, refusal)} />
              ))}
            </fieldset>
          ))}
          <div class="buttons">
            <SubmitButton label={`Create ${list.noun}`} />
            <a class="button minor" href={`/${rowWord(list)}s`}>
              Cancel
            </a>
          </div>
        </Form>
        <StoredOnlyNote sections={sectionsOfRow(list, SOME_ROW, list.sections)} />
      </>
    ),
    submit: (visit, sent) => create(list, visit, sent),
  };
}

function drawn(list: RowList, field: RowField, visit: Visit, refusal: Refusal | undefined): DrawnField {
  const formField = { ...field, item: itemOfRow(list.rows, SOME_ROW, field.item) };
  const { item } = itemOf(formField);
  const name = fieldName(field.item);
  const words = (value: string): string => toWords(field.words, value);
  const model = modelOf(list, visit);
  const secret = item.values.kind === "secret";
  const first =
    model === undefined || secret
      ? item.default
      : visit.device.configuration.read(itemOfRow(list.rows, model, field.item));
  return {
    name,
    label: labelOf(formField),
    values: item.values,
    description: item.description,
    standard: item.default,
    value: (secret ? undefined : refusal?.sent.get(name)) ?? words(first ?? item.default),
    options: optionsOf(formField, "", visit),
    words,
    peerSpecific: item.scope === "peer",
    wrong: refusal?.path === field.item,
  };
}

/** The row that the new one begins as a copy of: `?clone=3`. */
function modelOf({ rows }: RowList, { query, device }: Visit): number | undefined {
  const asked = query.get("clone");
  return device.configuration.rows.of(rows).find((row) => String(row) === asked);
}

/** All values are checked before the row is made, so that none is made by half. */
function create(list: CreateRowPageOptions, visit: Visit, sent: SentFields): Outcome {
  const values = new Map<string, string>();
  for (const section of sectionsOfRow(list, SOME_ROW, list.sections)) {
    for (const field of section.fields) {
      const words = field.item.slice(`${list.rows} ${SOME_ROW} `.length);
      const typed = sent.get(fieldName(words));
      if (typed === undefined) continue;
      const checked = checkValue(itemOf(field).item.values, fromWords(field.words, typed));
      if (!checked.ok) return { kind: "refused", reason: `${labelOf(field)}: ${checked.reason}`, path: words };
      const choices = field.choices?.(visit);
      if (choices && !choices.includes(checked.value)) {
        const reason = `${labelOf(field)}: "${checked.value}" is not one of ${choices.join(", ")}`;
        return { kind: "refused", reason, path: words };
      }
      values.set(words, checked.value);
    }
  }
  const said = meaningful(list, values);
  const made = createRow(visit.device, list.rows, said, visit.actor);
  if (made.ok) return { kind: "done", text: "Saved", to: `/${rowWord(list)}s` };
  const { item, reason, about } = made;
  if (item === undefined) return { kind: "refused", reason };
  const fields = sectionsOfRow(list, SOME_ROW, list.sections).flatMap((section) => section.fields);
  const field = fields.find((each) => each.item === `${list.rows} ${SOME_ROW} ${item}`);
  return { kind: "refused", reason: field && about ? `${labelOf(field)}: ${reason}` : reason, path: item };
}

/** Without the fields that were left blank, and those that mean nothing beside the others and were left as they are. */
function meaningful(list: RowList, values: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const row = `${list.rows} ${SOME_ROW} `;
  return new Map(
    [...values].filter(([words, value]) => {
      const found = findItem(row + words);
      if (!found || value !== found.item.default) return true;
      const valueAt = (path: string): string =>
        values.get(path.slice(row.length)) ?? findItem(path)?.item.default ?? "";
      return value !== "" && isShown(found.item, found.indices, valueAt);
    }),
  );
}
