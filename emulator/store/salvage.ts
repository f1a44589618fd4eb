import DatabaseConstructor, { type Database } from "better-sqlite3";
import type { AccountRow } from "./account-rows.ts";
import { damageIn } from "./damage.ts";
import { retain } from "./retain.ts";

/** What can still be read of a damaged database. */
export interface Salvage {
  /** The peer's own items; empty where even their second copy is damaged. */
  readonly ownItems: readonly { readonly path: string; readonly value: string }[];
  readonly accounts: readonly AccountRow[];
  /** Single facts, as JSON. */
  readonly state: readonly { readonly name: string; readonly value: string }[];
  /** The lines of the logs, oldest first. */
  readonly eventLog: readonly string[];
  readonly configurationLog: readonly string[];
  readonly networkLog: readonly string[];
}

/** All columns that are read here are texts. */
type Row = readonly string[];

const NOTHING: Salvage = { ownItems: [], accounts: [], state: [], eventLog: [], configurationLog: [], networkLog: [] };

/** Reads what it can, table by table. */
export function salvage(source: string | Buffer): Salvage {
  let database: Database;
  try {
    database = retain(new DatabaseConstructor(source));
  } catch (error) {
    return nothingOf(error);
  }
  const read = (sql: string): readonly Row[] => rowsOf(database, sql);
  const lines = (table: string): readonly string[] =>
    read(`SELECT line FROM ${table} ORDER BY id`).map(([line = ""]) => line);
  const found: Salvage = {
    ownItems: read(
      "SELECT path, value FROM configuration INDEXED BY own_items WHERE scope = 'peer' AND value NOT NULL",
    ).map(([path = "", value = ""]) => ({ path, value })),
    accounts: read("SELECT name, password_hash FROM account").map(([name = "", passwordHash = ""]) => ({
      name,
      passwordHash,
    })),
    state: read("SELECT name, value FROM state").map(([name = "", value = ""]) => ({ name, value })),
    eventLog: lines("event_log"),
    configurationLog: lines("configuration_log"),
    networkLog: lines("network_log"),
  };
  database.close();
  return found;
}

/** The rows up to the first page that cannot be read. */
function rowsOf(database: Database, sql: string): readonly Row[] {
  const rows: Row[] = [];
  try {
    for (const row of retain(database.prepare<[], Row>(sql)).raw().iterate()) rows.push(row);
  } catch (error) {
    // A table may be missing altogether.
    if (damageIn(error) === undefined && !isMissing(error)) throw error;
  }
  return rows;
}

function nothingOf(error: unknown): Salvage {
  if (damageIn(error) === undefined) throw error;
  return NOTHING;
}

const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === "SQLITE_ERROR";
