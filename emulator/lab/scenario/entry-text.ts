import { stringify } from "yaml";
import type { EntryValue } from "./kinds.ts";

/** An entry on one line, as it may stand in a file. */
export const entryText = (value: EntryValue): string =>
  stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: true }).trim();
