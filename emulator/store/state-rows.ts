import type { Database, Statement } from "better-sqlite3";
import { retain } from "./retain.ts";

/** Single facts that outlive a restart, each under a name and as JSON. */
export class StateRows {
  readonly #get: Statement<[string], { value: string }>;
  readonly #put: Statement<[string, string]>;
  readonly #remove: Statement<[string]>;

  constructor(database: Database) {
    this.#get = retain(database.prepare("SELECT value FROM state WHERE name = ?"));
    this.#put = retain(database.prepare("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)"));
    this.#remove = retain(database.prepare("DELETE FROM state WHERE name = ?"));
  }

  /** The caller knows the shape: it is the only one that writes the name. */
  get<T>(name: string): T | undefined {
    const row = this.#get.get(name);
    return row ? (JSON.parse(row.value) as T) : undefined;
  }

  put(name: string, value: unknown): void {
    this.#put.run(name, JSON.stringify(value));
  }

  remove(name: string): void {
    this.#remove.run(name);
  }
}
