import type { Database, Statement } from "better-sqlite3";
import type { Scope } from "../model/types.ts";

export interface ConfigurationRow {
  readonly path: string;
  /** Null: back to the default. */
  readonly value: string | null;
  readonly scope: Scope;
  readonly generation: number;
  readonly editedHere: boolean;
}

interface StoredRow {
  path: string;
  value: string | null;
  scope: Scope;
  generation: number;
  edited_here: number;
}

/** The configuration table. */
export class ConfigurationRows {
  readonly #upsert: Statement<[string, string | null, Scope, number, number]>;

  constructor(private readonly database: Database) {
    this.#upsert = database.prepare(
      "INSERT OR REPLACE INTO configuration (path, value, scope, generation, edited_here) VALUES (?, ?, ?, ?, ?)",
    );
  }

  all(): ConfigurationRow[] {
    return this.database.prepare<[], StoredRow>("SELECT * FROM configuration").all().map(fromStored);
  }

  /** What the file holds for some paths: read back to see that a write arrived. */
  read(paths: readonly string[]): ConfigurationRow[] {
    const one = this.database.prepare<[string], StoredRow>("SELECT * FROM configuration WHERE path = ?");
    return paths.flatMap((path) => {
      const row = one.get(path);
      return row ? [fromStored(row)] : [];
    });
  }

  clusterWide(): ConfigurationRow[] {
    return this.database
      .prepare<[], StoredRow>("SELECT * FROM configuration WHERE scope = 'cluster'")
      .all()
      .map(fromStored);
  }

  put(row: ConfigurationRow): void {
    this.#upsert.run(row.path, row.value, row.scope, row.generation, row.editedHere ? 1 : 0);
  }

  deleteClusterWide(): void {
    this.database.prepare("DELETE FROM configuration WHERE scope = 'cluster'").run();
  }

  forgetLocalEdits(): void {
    this.database.prepare("UPDATE configuration SET edited_here = 0 WHERE edited_here = 1").run();
  }
}

function fromStored(row: StoredRow): ConfigurationRow {
  return {
    path: row.path,
    value: row.value,
    scope: row.scope,
    generation: row.generation,
    editedHere: row.edited_here === 1,
  };
}
