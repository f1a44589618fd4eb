import type { Database, Statement } from "better-sqlite3";

/**
 * Stands between a store and its database. It tells of each write before it is made; once the power is off nothing is
 * written and nothing is found, so that what still runs of the peer comes to its end without a trace.
 */
export class PowerSwitch {
  /** Called before each write. */
  beforeWrite: () => void = () => {};
  #off = false;

  /** Statements that are prepared from here on pass the switch. */
  constructor(database: Database) {
    const prepare = database.prepare.bind(database);
    database.prepare = ((sql: string) => this.#switched(prepare(sql))) as typeof database.prepare;
  }

  get off(): boolean {
    return this.#off;
  }

  turnOff(): void {
    this.#off = true;
  }

  #switched(statement: Statement): Statement {
    const [run, get, all] = [
      statement.run.bind(statement),
      statement.get.bind(statement),
      statement.all.bind(statement),
    ];
    return Object.assign(statement, {
      run: (...values: unknown[]) => {
        if (!this.#off) this.beforeWrite();
        return this.#off ? { changes: 0, lastInsertRowid: 0 } : run(...values);
      },
      get: (...values: unknown[]) => (this.#off ? undefined : get(...values)),
      all: (...values: unknown[]) => (this.#off ? [] : all(...values)),
    });
  }
}
