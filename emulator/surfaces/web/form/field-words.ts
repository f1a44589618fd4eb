import type { ConfigurationItem, ValueSpace } from "../../../model/types.ts";
import { findItem, type FoundItem } from "../../../peer/configuration/item-paths.ts";
import { textFormats } from "../../../peer/configuration/text-formats.ts";
import type { Visit } from "../visit.ts";
import type { FormField } from "./form-section.ts";
import { toWords } from "./option-words.ts";

/** The table row of a field. */
export function itemOf(field: FormField): FoundItem {
  const found = findItem(field.item);
  if (!found) throw new RangeError(`a page has a field for ${field.item}, which the model does not know`);
  return found;
}

/** The name under which a form sends the field: the item's path in lower case, `alternates_peer_1_address`. */
export const fieldName = (path: string): string => path.toLowerCase().replaceAll(" ", "_");

/** The label on the page, with the unit. */
export function labelOf(field: FormField): string {
  const { item, indices } = itemOf(field);
  const label = (field.label ?? item.label ?? item.path).replace("<n>", String(indices.at(-1) ?? ""));
  return item.unit === undefined ? label : `${label} (${item.unit})`;
}

/** What a drop-down offers, in the page's words; undefined for a field that is typed. */
export function optionsOf(field: FormField, current: string, visit: Visit): readonly string[] | undefined {
  const { values } = itemOf(field).item;
  if (values.kind === "oneOf") return values.values.map((value) => toWords(field.words, value));
  const choices = field.choices?.(visit);
  if (choices === undefined || choices.includes(current)) return choices;
  return [current, ...choices];
}

/** The allowed values in a sentence, for the field help. */
export function rangeText(values: ValueSpace, words: (value: string) => string): string {
  switch (values.kind) {
    case "oneOf":
      return values.values.map(words).join(", ");
    case "integer":
      return `${values.min} to ${values.max}`;
    case "secret":
      return `up to ${values.max} characters`;
    case "text":
      return values.format === undefined
        ? `up to ${values.max} characters`
        : `${textFormats[values.format].allowed}; up to ${values.max} characters`;
  }
}

/** Fields that cannot be left blank have a red star. */
export const isMandatory = ({ values }: Pick<ConfigurationItem, "values">): boolean =>
  values.kind === "integer" || (values.kind === "text" && values.min > 0);
