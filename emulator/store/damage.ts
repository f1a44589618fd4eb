import { closeSync, openSync, statSync, writeSync } from "node:fs";
import DatabaseConstructor, { type Database } from "better-sqlite3";
import { retain } from "./retain.ts";

/** A database whose pages do not make sense. */
class DamagedDatabase extends Error {
  override readonly name = "DamagedDatabase";
}

/** What a damage looks like to SQLite; codes of the extended kind begin with these. */
const DAMAGE_CODES = ["SQLITE_CORRUPT", "SQLITE_NOTADB"];

/** The words of an error that tells of damage; undefined for any other. */
export function damageIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof DamagedDatabase) return error.message;
  const { code } = error as { code?: unknown };
  return typeof code === "string" && DAMAGE_CODES.some((known) => code.startsWith(known)) ? error.message : undefined;
}

/** The smallest page of SQLite. */
const LEAST_BYTES = 512;

/**
 * SQLite takes a file of a few bytes for an empty one that somebody else is about to write.
 * @throws DamagedDatabase
 */
export function checkLength(file: string): void {
  const length = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (length > 0 && length < LEAST_BYTES) throw new DamagedDatabase("file is not a database");
}

/**
 * Walks through all pages.
 * @throws DamagedDatabase, or what SQLite throws of one that it cannot even begin to read
 */
export function checkPages(database: Database): void {
  const [row] = retain(database.prepare<[], { quick_check: string }>("PRAGMA quick_check(1)")).all();
  if (row && row.quick_check !== "ok") throw new DamagedDatabase(row.quick_check.replaceAll(/\s+/g, " ").trim());
}

/** No page of a database begins with it. */
const RUBBISH = 0xa5;

/** Overwrites every page of a table in a database file that nobody has open, or in the image of one. */
export function overwriteTable(source: string | Buffer, table: string): void {
  const database = retain(new DatabaseConstructor(source));
  const { page_size: size } = retain(database.prepare<[], { page_size: number }>("PRAGMA page_size")).get() ?? {};
  const pages = retain(
    database.prepare<[string], { pageno: number }>("SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno"),
  ).all(table);
  database.close();
  const rubbish = Buffer.alloc(size ?? 0, RUBBISH);
  const overwrite = (put: (offset: number) => void): void => {
    for (const { pageno } of pages) put((pageno - 1) * rubbish.byteLength);
  };
  if (typeof source !== "string") return overwrite((offset) => void rubbish.copy(source, offset));
  const file = openSync(source, "r+");
  try {
    overwrite((offset) => void writeSync(file, rubbish, 0, rubbish.byteLength, offset));
  } finally {
    closeSync(file);
  }
}
