import type { Configuration } from "../../../peer/configuration/configuration.ts";
import type { ItemValue } from "../../../peer/configuration/set-items.ts";
import { fieldName, itemOf } from "./field-words.ts";
import type { FormField } from "./form-section.ts";
import { fromWords } from "./option-words.ts";
import type { SentFields } from "./sent-fields.ts";

/**
 * What a form asks to change. Fields that were not sent stay as they are, and so do those that say what is there
 * already: a page can be saved although an item on it has never had a value that would be taken.
 */
export function readChanges(
  fields: readonly FormField[],
  sent: SentFields,
  configuration: Configuration,
): readonly ItemValue[] {
  return fields.flatMap((field): ItemValue[] => {
    const words = sent.get(fieldName(field.item));
    if (words === undefined || field.readOnly) return [];
    if (itemOf(field).item.values.kind === "secret") return secretChange(field, words, sent);
    const value = fromWords(field.words, words);
    return value === configuration.get(field.item) ? [] : [{ path: field.item, value }];
  });
}

/** The product's companion field says that the secret was typed anew; only with it does a blank one mean none. */
function secretChange(field: FormField, typed: string, sent: SentFields): ItemValue[] {
  if (typed === "" && sent.get("pwd_is_changed") !== "1") return [];
  return [{ path: field.item, value: typed }];
}
