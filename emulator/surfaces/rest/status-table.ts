import type { SharedTables } from "../../../protocol/cluster/shared-tables.ts";
import type { Device } from "../../peer/device.ts";

export type RecordValue = string | number | boolean;

/** One record of a table, its members in the order that they are written. */
export type StatusRecord = Readonly<Record<string, RecordValue>>;

/** A table of `/api/management/status`: what clients of X8.11 boxes read there, each with the same frame. */
export interface StatusTable {
  /** Below `/api/management/status/`. */
  readonly path: string;
  /** What a record is. */
  readonly about: string;
  /** The members of every record; each of them can be a filter of the address, `/active/true`. */
  readonly members: readonly string[];
  readonly records: (device: Device) => readonly StatusRecord[];
  /** The same of another peer, where peers tell each other what it is made from. */
  readonly shared?: (tables: SharedTables) => readonly StatusRecord[];
}
