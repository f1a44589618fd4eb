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
  /** Programs prove with each request who they are. */
  readonly #known = new Map<string, AccountRow>();

  constructor(database: Database) {
    this.#get = retain(database.prepare("SELECT * FROM account WHERE name = ?"));
    this.#all = retain(database.prepare("SELECT * FROM account ORDER BY name"));
    this.#removeAll = retain(database.prepare("DELETE FROM account"));
    this.#put = retain(database.prepare("INSERT OR REPLACE INTO account (name, password_hash) VALUES (?, ?)"));
  }

  get(name: string): AccountRow | undefined {
    const known = this.#known.get(name);
    if (known) return known;
    const row = this.#get.get(name);
    if (!row) return undefined;
    const account = { name: row.name, passwordHash: row.password_hash };
    this.#known.set(name, account);
    return account;
  }

  all(): AccountRow[] {
    return this.#all.all().map((row) => ({ name: row.name, passwordHash: row.password_hash }));
  }

  removeAll(): void {
    this.#removeAll.run();
    this.#known.clear();
  }

  put(row: AccountRow): void {
    this.#put.run(row.name, row.passwordHash);
    this.#known.clear();
  }
}
