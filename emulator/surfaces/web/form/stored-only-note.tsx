import { effectOf } from "../../../model/effects.ts";
import { itemOf } from "./field-words.ts";
import type { FormSection } from "./form-section.ts";

interface StoredOnlyNoteProps {
  readonly sections: readonly FormSection[];
}

/** The foot of a page of fields: of one that the twin acts on no item of, it says that they are only kept. */
export function StoredOnlyNote({ sections }: StoredOnlyNoteProps) {
  const items = sections.flatMap(({ fields }) => fields.map((field) => itemOf(field).item));
  if (items.some((item) => effectOf(item) !== undefined)) return null;
  const asksForRestart = items.some(({ restartAlarm }) => restartAlarm !== undefined);
  return (
    <p class="stored-only">
      The twin stores these settings and does not act on them
      {asksForRestart && ", but for the restart that a change asks for"}.
    </p>
  );
}
