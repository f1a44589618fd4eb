import { MalformedMessage } from "../malformed.ts";
import { isRecord } from "./is-record.ts";

/** One cluster-wide item as it travels: path, value (null: back to the default), the generation it appeared in. */
export type CopyRow = readonly [path: string, value: string | null, generation: number];

/** A subordinate asks the primary for what has changed since its base, and for the items that were edited here meanwhile. */
export interface CopyRequest {
  /** Absent: everything is wanted. */
  readonly base?: { readonly lineage: string; readonly generation: number };
  readonly editedHere: readonly string[];
}

export type CopyAnswer =
  | {
      readonly kind: "rows";
      /** All items, or only those that changed since the base and those that were asked for. */
      readonly full: boolean;
      readonly lineage: string;
      readonly generation: number;
      /** The primary's digest of all items. */
      readonly digest: string;
      readonly rows: readonly CopyRow[];
    }
  | { readonly kind: "refused"; readonly reason: string }
  /** The primary has no configuration file for the peer that asks, although it has copied before. */
  | { readonly kind: "no peer file" };

/** @throws MalformedMessage */
export function readCopyRequest(value: unknown): CopyRequest {
  if (!isRecord(value) || !isTexts(value.editedHere)) throw new MalformedMessage("not a request for a copy");
  if (value.base === undefined) return { editedHere: value.editedHere };
  const base = value.base;
  if (!isRecord(base) || typeof base.lineage !== "string" || !Number.isSafeInteger(base.generation)) {
    throw new MalformedMessage("the base of a request for a copy is malformed");
  }
  return { base: { lineage: base.lineage, generation: Number(base.generation) }, editedHere: value.editedHere };
}

/** @throws MalformedMessage */
export function readCopyAnswer(value: unknown): CopyAnswer {
  if (isRecord(value) && value.kind === "no peer file") return { kind: "no peer file" };
  if (isRecord(value) && value.kind === "refused" && typeof value.reason === "string") {
    return { kind: "refused", reason: value.reason };
  }
  if (
    isRecord(value) &&
    value.kind === "rows" &&
    typeof value.full === "boolean" &&
    typeof value.lineage === "string" &&
    typeof value.digest === "string" &&
    Number.isSafeInteger(value.generation) &&
    Array.isArray(value.rows) &&
    value.rows.every(isRow)
  ) {
    return value as unknown as CopyAnswer;
  }
  throw new MalformedMessage("not an answer to a request for a copy");
}

function isRow(row: unknown): row is CopyRow {
  return (
    Array.isArray(row) &&
    row.length === 3 &&
    typeof row[0] === "string" &&
    (row[1] === null || typeof row[1] === "string") &&
    Number.isSafeInteger(row[2])
  );
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === "string");
