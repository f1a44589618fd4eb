import { createHash } from "node:crypto";
import type { AccountRows } from "../../store/account-rows.ts";
import type { Random } from "../../world/random.ts";
import type { Part } from "../part.ts";
import { hashPassword, passwordMatches } from "./password-hash.ts";

export type AccessLevel = "Read-write" | "Read-only" | "Auditor";

/** Somebody who has logged in. */
export interface Account {
  readonly name: string;
  readonly access: AccessLevel;
}

/** The accounts of a peer as unpacked. Administrator Guide: `admin` and `root`, password `TANDBERG` before X8.9. */
export const SHIPPED_PASSWORD = "TANDBERG";
export const SHIPPED_ACCOUNTS = ["admin", "root"] as const;

/** Passwords that were right a moment ago need not be derived again: programs send Basic with every request. */
const VERIFIED_KEPT = 64;

/** Who may log in. `admin` has pages, XML and the CLI; `root` has the shell alone. */
export class Accounts implements Part {
  readonly name = "accounts";
  /** SHA-256 of name, stored hash and password of those that were right; a new password is another stored hash. */
  readonly #verified = new Map<string, Account>();

  constructor(
    private readonly rows: AccountRows,
    private readonly random: Random,
  ) {}

  async start(): Promise<void> {
    for (const name of SHIPPED_ACCOUNTS) if (!this.rows.get(name)) await this.setPassword(name, SHIPPED_PASSWORD);
  }

  /** @returns the account, undefined when name or password is wrong */
  async authenticate(name: string, password: string): Promise<Account | undefined> {
    const row = this.rows.get(name);
    if (!row) return undefined;
    const key = createHash("sha256").update(`${name}\u0000${row.passwordHash}\u0000${password}`).digest("base64");
    const known = this.#verified.get(key);
    if (known) return known;
    if (!(await passwordMatches(password, row.passwordHash))) return undefined;
    const account: Account = { name, access: "Read-write" };
    if (this.#verified.size >= VERIFIED_KEPT) this.#verified.clear();
    this.#verified.set(key, account);
    return account;
  }

  async setPassword(name: string, password: string): Promise<void> {
    this.rows.put({ name, passwordHash: await hashPassword(password, this.random.bytes(16)) });
  }
}
