import type { ComponentChildren } from "preact";
import type { ItemPath } from "../../model/configuration/index.ts";
import type { Refusal, Visit } from "./visit.ts";

import type { Rebuild, RestartKind } from "../../peer/maintenance/going-down.ts";
import type { FormSection } from "./form/form-section.ts";

import type { SentFields } from "./form/sent-fields.ts";

/** What came of a form. */
export type Outcome =
  /** Back to the page, or to another, with a bar that says so. */
  | { readonly kind: "done"; readonly text: string; readonly to?: string }
  | { readonly kind: "go"; readonly to: string }
  | { readonly kind: "refused"; readonly reason: string; readonly path?: string }
  /** A question in place of the page. */
  | { readonly kind: "ask"; readonly question: ComponentChildren }
  /** A result in place of the page, under a name of its own where it has one. */
  | { readonly kind: "show"; readonly content: ComponentChildren; readonly title?: string }
  /** A file for the browser to save. */
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "goDown"; readonly restart: RestartKind; readonly rebuild?: Rebuild };

/** One page of the product, within the frame. */
export interface Page {
  /** False where the query names something that is not there. */
  exists?(visit: Visit): boolean;
  /** In how many seconds the browser is to look again; undefined where it is not. */
  refresh?(visit: Visit): number | undefined;
  view(visit: Visit, refusal?: Refusal): ComponentChildren;
  /** The fields of its forms that may send a file; absent on pages that take none. */
  readonly takesFiles?: readonly string[];
  /** How large one may be, in bytes, where that is less than a backup or an image may have. */
  readonly largestFile?: number;
  /** Its fields that stand for items, by the boxes they are in. */
  readonly sections?: (visit: Visit) => readonly FormSection[];
  /** The item of each field by the field's name, where that is not the item's path. */
  readonly items?: ReadonlyMap<string, ItemPath>;
  /** Absent on pages without a form. */
  submit?(visit: Visit, sent: SentFields): Outcome | Promise<Outcome>;
}
