import { MalformedMessage } from "../malformed.ts";
import { isRecord } from "./is-record.ts";
import { readCopyAnswer, readCopyRequest, type CopyAnswer, type CopyRequest } from "./copy.ts";
import { readSharedTables, type SharedTables } from "./shared-tables.ts";

/** What one peer asks another on the database channel. */
export type DatabaseRequest = { readonly ask: "copy"; readonly request: CopyRequest } | TablesRequest;

export interface TablesRequest {
  readonly ask: "tables";
  /** The history that calls are known of; 0 for none. */
  readonly history: number;
  /** Calls of that history that ended up to then are known already; milliseconds since 1970. */
  readonly pastAfter: number;
}

export type DatabaseAnswer = CopyAnswer | SharedTables;

/** JSON, in a sealed frame. */
export function encodeDatabaseMessage(message: DatabaseRequest | DatabaseAnswer): Uint8Array {
  return Buffer.from(JSON.stringify(message));
}

/** @throws MalformedMessage */
export function decodeDatabaseRequest(bytes: Uint8Array): DatabaseRequest {
  const value = parse(bytes);
  if (isTablesRequest(value)) return { ask: "tables", history: value.history, pastAfter: value.pastAfter };
  if (isRecord(value) && value.ask === "copy") return { ask: "copy", request: readCopyRequest(value.request) };
  throw new MalformedMessage("not a request of the database channel");
}

/** @throws MalformedMessage */
export function decodeDatabaseAnswer(bytes: Uint8Array): DatabaseAnswer {
  const value = parse(bytes);
  return isRecord(value) && value.kind === "tables" ? readSharedTables(value) : readCopyAnswer(value);
}

const isTablesRequest = (value: unknown): value is TablesRequest =>
  isRecord(value) && value.ask === "tables" && typeof value.history === "number" && typeof value.pastAfter === "number";

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
  } catch {
    throw new MalformedMessage("a message of the database channel is not JSON");
  }
}
