import type { Database, Statement } from "better-sqlite3";
import { retain } from "./retain.ts";

export interface AccountRow {
  readonly name: string;
  readonly passwordHash: string;
}

/** The accounts that every peer has: admin and root. */
export class AccountRows {
  readonly #get: Statement<[string], { name: string; password_hash: string }>;
  readonly #all: Statement<[], { name: string; password_hash: string }>;
  readonly #put: Statement<[string, string]>;
  readonly #removeAll: Statement<[]>;

  constructor(database: Database) {
    this.#get = retain(database.prepare("SELECT * FROM account WHERE name = ?"));
    this.#all = retain(database.prepare("SELECT * FROM account ORDER BY name"));
    this.#removeAll = retain(database.prepare("DELETE FROM account"));
    this.#put = retain(database.prepare("INSERT OR REPLACE INTO account (name, password_hash) VALUES (?, ?)"));
  }

  get(name: string): AccountRow | undefined {
    const row = this.#get.get(name);
    return row && { name: row.name, passwordHash: row.password_hash };
  }

  all(): AccountRow[] {
    return this.#all.all().map((row) => ({ name: row.name, passwordHash: row.password_hash }));
  }

  removeAll(): void {
    this.#removeAll.run();
  }

  put(row: AccountRow): void {
    this.#put.run(row.name, row.passwordHash);
  }
}
