import type { ComponentChildren } from "preact";
import type { ItemPath } from "../../../model/configuration/index.ts";
import type { Visit } from "../visit.ts";
import type { OptionWords } from "./option-words.ts";

/** A field of a page: a row of its table. Everything but the path is for what the model does not say. */
export interface FormField {
  readonly item: ItemPath;
  /** Where the page calls the item something else than the model does. */
  readonly label?: string;
  /** The page's words for the item's values, where they differ. */
  readonly words?: OptionWords;
  /** Offers a list for an item that takes any text. */
  readonly choices?: (visit: Visit) => readonly string[];
  /** Shown as text: it cannot be changed here. */
  readonly readOnly?: true;
  /** Goes to the right of the field. */
  readonly beside?: (visit: Visit) => ComponentChildren;
}

export interface FormSection {
  readonly title: string;
  readonly fields: readonly FormField[];
}
