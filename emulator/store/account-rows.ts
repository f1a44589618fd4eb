import type { Database } from "better-sqlite3";

export interface AccountRow {
  readonly name: string;
  readonly passwordHash: string;
}

/** The accounts that every peer has: admin and root. */
export class AccountRows {
  constructor(private readonly database: Database) {}

  get(name: string): AccountRow | undefined {
    const row = this.database
      .prepare<[string], { name: string; password_hash: string }>("SELECT * FROM account WHERE name = ?")
      .get(name);
    return row && { name: row.name, passwordHash: row.password_hash };
  }

  put(row: AccountRow): void {
    this.database
      .prepare("INSERT OR REPLACE INTO account (name, password_hash) VALUES (?, ?)")
      .run(row.name, row.passwordHash);
  }
}
