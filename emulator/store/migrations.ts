import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Database } from "better-sqlite3";
import { EmulatorError } from "../errors.ts";
import { retain } from "./retain.ts";

const SCHEMA_DIRECTORY = new URL("./schema/", import.meta.url);

/** Numbered SQL files, applied in order and never edited afterwards. */
export function migrate(database: Database): void {
  const files = readdirSync(fileURLToPath(SCHEMA_DIRECTORY))
    .filter((name) => name.endsWith(".sql"))
    .toSorted();
  const version = retain(database.prepare<[], { user_version: number }>("PRAGMA user_version"));
  const done = version.get()?.user_version ?? 0;
  if (done > files.length) {
    throw new EmulatorError(
      "STORE_UNUSABLE",
      `the data was written by a newer release (schema ${done}, known ${files.length})`,
    );
  }
  for (const [index, name] of files.entries()) {
    if (index < done) continue;
    const sql = readFileSync(new URL(name, SCHEMA_DIRECTORY), "utf8");
    database.transaction(() => {
      database.exec(sql);
      database.exec(`PRAGMA user_version = ${index + 1}`);
    })();
  }
}
