import type { Database, Statement } from "better-sqlite3";
import { retain } from "./retain.ts";

/** Administrator Guide, "Call history": the 500 latest of each peer. */
const CALLS_KEPT = 500;

/** The call history of a peer. What a record holds is the business of who writes it. */
export class PastCallRows {
  readonly #insert: Statement<[string]>;
  readonly #trim: Statement<[number]>;
  readonly #removeAll: Statement<[]>;
  readonly #newest: Statement<[number], { record: string }>;

  constructor(database: Database) {
    this.#insert = retain(database.prepare("INSERT INTO past_call (record) VALUES (?)"));
    this.#trim = retain(database.prepare("DELETE FROM past_call WHERE id <= (SELECT max(id) FROM past_call) - ?"));
    this.#removeAll = retain(database.prepare("DELETE FROM past_call"));
    this.#newest = retain(database.prepare("SELECT record FROM past_call ORDER BY id DESC LIMIT ?"));
  }

  append(record: unknown): void {
    this.#insert.run(JSON.stringify(record));
    this.#trim.run(CALLS_KEPT);
  }

  removeAll(): void {
    this.#removeAll.run();
  }

  /** Newest first. */
  newest(count = CALLS_KEPT): unknown[] {
    return this.#newest.all(count).map((row): unknown => JSON.parse(row.record));
  }
}
