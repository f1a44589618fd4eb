import type { ItemPath } from "../../model/configuration/index.ts";
import type { ConfigurationItem } from "../../model/types.ts";

/** An item and the value it is to have; null sets it back to its default. */
export interface Change {
  readonly path: string;
  readonly value: string | null;
}

export type ChangeResult =
  { readonly ok: true } | { readonly ok: false; readonly path: string; readonly reason: string };

/** An item of which the value changed. */
export interface Changed {
  readonly path: string;
  readonly item: ConfigurationItem;
  readonly from: string;
  readonly to: string;
  /** The first value of an item in a row that was created. */
  readonly created?: true;
}

/** Looks at changes before they are made; what it gives back is the reason for refusing them. */
export type Guard = (changes: readonly Change[], after: (path: ItemPath) => string) => ChangeResult;

/** The changes that follow from others, in the form of the table. */
export type Entailment = (changes: readonly Change[]) => readonly Change[];
