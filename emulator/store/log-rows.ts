import type { Database, Statement } from "better-sqlite3";
import { retain } from "./retain.ts";

/** How much a log keeps, in lines or in octets of UTF-8. */
export interface LogLimit {
  readonly most: number;
  readonly unit: "lines" | "octets";
}

/** The device keeps gigabytes; a twin keeps what a person or a test will read. */
const EVENT_LOG_LIMIT: LogLimit = { most: 20_000, unit: "lines" };

/** Of one diagnostic logging with all modules at Debug. */
const DIAGNOSTIC_LOG_LIMIT: LogLimit = { most: 50_000, unit: "lines" };

/** Administrator Guide, "Configuration Log": 30 MB, all of it viewable. */
const CONFIGURATION_LOG_LIMIT: LogLimit = { most: 30_000_000, unit: "octets" };

/** A log is cut when so much of its limit has been written since the last time. */
const SHARE_BETWEEN_CUTS = 0.1;

/** The lines of one log, oldest first in the file. */
export class LogRows {
  readonly #insert: Statement<[string]>;
  readonly #cut: Statement<[number]>;
  readonly #removeAll: Statement<[]>;
  readonly #newest: Statement<[number], { line: string }>;
  #sinceCut = 0;

  constructor(
    database: Database,
    table: "event_log" | "configuration_log" | "network_log" | "diagnostic_log",
    private readonly limit: LogLimit,
  ) {
    this.#insert = retain(database.prepare(`INSERT INTO ${table} (line) VALUES (?)`));
    // Ids count up: lines are told by them at once, octets have to be added up.
    const last =
      limit.unit === "lines"
        ? `SELECT max(id) - ? FROM ${table}`
        : `SELECT max(id) FROM (SELECT id, sum(octet_length(line)) OVER (ORDER BY id DESC) AS kept FROM ${table}) WHERE kept > ?`;
    this.#cut = retain(database.prepare(`DELETE FROM ${table} WHERE id <= (${last})`));
    this.#removeAll = retain(database.prepare(`DELETE FROM ${table}`));
    this.#newest = retain(database.prepare(`SELECT line FROM ${table} ORDER BY id DESC LIMIT ?`));
  }

  static eventLog(database: Database): LogRows {
    return new LogRows(database, "event_log", EVENT_LOG_LIMIT);
  }

  static configurationLog(database: Database): LogRows {
    return new LogRows(database, "configuration_log", CONFIGURATION_LOG_LIMIT);
  }

  static networkLog(database: Database): LogRows {
    return new LogRows(database, "network_log", EVENT_LOG_LIMIT);
  }

  static diagnosticLog(database: Database): LogRows {
    return new LogRows(database, "diagnostic_log", DIAGNOSTIC_LOG_LIMIT);
  }

  append(line: string): void {
    this.#insert.run(line);
    this.#sinceCut += this.limit.unit === "lines" ? 1 : Buffer.byteLength(line, "utf8");
    if (this.#sinceCut < this.limit.most * SHARE_BETWEEN_CUTS) return;
    this.#sinceCut = 0;
    this.#cut.run(this.limit.most);
  }

  removeAll(): void {
    this.#removeAll.run();
  }

  /** Newest first. */
  newest(count: number): string[] {
    return this.#newest.all(count).map((row) => row.line);
  }
}
