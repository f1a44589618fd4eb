import type { Database, Statement } from "better-sqlite3";
import { damageIn } from "./damage.ts";

/**
 * Stands between a store and its database. It tells of each write before it is made; once the power is off nothing is
 * written and nothing is found, so that what still runs of the peer comes to its end without a trace. A statement that finds
 * the database damaged turns it off.
 */
export class PowerSwitch {
  /** Called before each write. */
  beforeWrite: () => void = () => {};
  /** Called when a statement finds the database damaged, with what SQLite says. */
  onDamage: (reason: string) => void = () => {};
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

  /** Nobody is told any more. Statements outlive their store, and would keep all of the peer that listens. */
  forgetListeners(): void {
    this.beforeWrite = () => {};
    this.onDamage = () => {};
  }

  /** Does something with the database. @returns `nothing` when the power is off, or goes off meanwhile */
  attempt<Result>(work: () => Result, nothing: Result): Result {
    if (this.#off) return nothing;
    try {
      return work();
    } catch (error) {
      const damage = damageIn(error);
      if (damage === undefined) throw error;
      this.turnOff();
      this.onDamage(damage);
      return nothing;
    }
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
        return this.attempt(() => run(...values), { changes: 0, lastInsertRowid: 0 });
      },
      get: (...values: unknown[]) => this.attempt(() => get(...values), undefined),
      all: (...values: unknown[]) => this.attempt(() => all(...values), []),
    });
  }
}
