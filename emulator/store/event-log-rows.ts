import type { Database, Statement } from "better-sqlite3";
import { retain } from "./retain.ts";

/** The device keeps gigabytes; a twin keeps what a person or a test will read. */
const LINES_KEPT = 20_000;
const LINES_BETWEEN_TRIMS = 1000;

/** The Event Log, oldest first in the file. */
export class EventLogRows {
  readonly #insert: Statement<[string]>;
  readonly #trim: Statement<[number]>;
  readonly #removeAll: Statement<[]>;
  readonly #newest: Statement<[number], { line: string }>;
  #sinceTrim = 0;

  constructor(database: Database) {
    this.#insert = retain(database.prepare("INSERT INTO event_log (line) VALUES (?)"));
    this.#trim = retain(database.prepare("DELETE FROM event_log WHERE id <= (SELECT max(id) FROM event_log) - ?"));
    this.#removeAll = retain(database.prepare("DELETE FROM event_log"));
    this.#newest = retain(database.prepare("SELECT line FROM event_log ORDER BY id DESC LIMIT ?"));
  }

  append(line: string): void {
    this.#insert.run(line);
    if (++this.#sinceTrim < LINES_BETWEEN_TRIMS) return;
    this.#sinceTrim = 0;
    this.#trim.run(LINES_KEPT);
  }

  removeAll(): void {
    this.#removeAll.run();
  }

  /** Newest first. */
  newest(count: number): string[] {
    return this.#newest.all(count).map((row) => row.line);
  }
}
