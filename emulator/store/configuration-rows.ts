import type { Database, Statement } from "better-sqlite3";
import { retain } from "./retain.ts";
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

/** Up to so many rows are read one by one; more are picked from all. */
const FEW = 1000;

/** What an operator changes on a subordinate is marked as edited there; what comes with a copy is not. */
const LOST_COPIES = `
  CREATE TEMP TRIGGER lost_copies BEFORE INSERT ON main.configuration
  WHEN NEW.scope = 'cluster' AND NEW.edited_here = 0
  BEGIN SELECT RAISE(IGNORE); END`;

/** The configuration table. */
export class ConfigurationRows {
  readonly #upsert: Statement<[string, string | null, Scope, number, number]>;
  readonly #all: Statement<[], StoredRow>;
  readonly #one: Statement<[string], StoredRow>;
  readonly #clusterWide: Statement<[], StoredRow>;
  readonly #forgetLocalEdits: Statement<[]>;
  readonly #removeAll: Statement<[]>;

  constructor(private readonly database: Database) {
    this.#upsert = retain(
      database.prepare(
        "INSERT OR REPLACE INTO configuration (path, value, scope, generation, edited_here) VALUES (?, ?, ?, ?, ?)",
      ),
    );
    this.#all = retain(database.prepare("SELECT * FROM configuration"));
    this.#one = retain(database.prepare("SELECT * FROM configuration WHERE path = ?"));
    this.#clusterWide = retain(database.prepare("SELECT * FROM configuration WHERE scope = 'cluster'"));
    this.#removeAll = retain(database.prepare("DELETE FROM configuration"));
    this.#forgetLocalEdits = retain(database.prepare("UPDATE configuration SET edited_here = 0 WHERE edited_here = 1"));
  }

  all(): ConfigurationRow[] {
    return this.#all.all().map(fromStored);
  }

  /** What the file holds for some cluster-wide paths: read back to see that a write arrived. */
  read(paths: readonly string[]): ConfigurationRow[] {
    if (paths.length > FEW) {
      const wanted = new Set(paths);
      return this.clusterWide().filter((row) => wanted.has(row.path));
    }
    return paths.flatMap((path) => {
      const row = this.#one.get(path);
      return row ? [fromStored(row)] : [];
    });
  }

  clusterWide(): ConfigurationRow[] {
    return this.#clusterWide.all().map(fromStored);
  }

  put(row: ConfigurationRow): void {
    this.#upsert.run(row.path, row.value, row.scope, row.generation, row.editedHere ? 1 : 0);
  }

  /**
   * Lets the rows that come with a copy be lost on their way to the file, without a word, or keeps them again. Only until
   * the store is opened anew.
   */
  loseCopies(lost: boolean): void {
    this.database.exec("DROP TRIGGER IF EXISTS temp.lost_copies");
    if (lost) this.database.exec(LOST_COPIES);
  }

  removeAll(): void {
    this.#removeAll.run();
  }

  forgetLocalEdits(): void {
    this.#forgetLocalEdits.run();
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
