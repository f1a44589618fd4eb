import { createHash } from "node:crypto";
import type { AccountRows } from "../../../store/account-rows.ts";
import type { Random } from "../../../world/random.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Actor } from "../../core/actor.ts";
import type { CommandHandlers } from "../../core/command-handler.ts";
import type { Change, ChangeResult } from "../../core/configuration-change.ts";
import type { Part } from "../../core/part.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { Directory } from "../directory/directory.ts";
import { type Account, builtInAccount, builtInAccounts, type WayIn } from "./account.ts";
import { memberAccount } from "./admin-groups.ts";
import { administratorItem, administratorOf, ADMINISTRATORS, checkPassword } from "./administrators.ts";
import { hashPassword, passwordMatches } from "./password-hash.ts";

/** The accounts of a peer as unpacked. Administrator Guide: `admin` and `root`, password `TANDBERG` before X8.9. */
export const SHIPPED_PASSWORD = "TANDBERG";
export const SHIPPED_ACCOUNTS = ["admin", "root"] as const;

/** Passwords that were right a moment ago need not be derived again: programs send Basic with every request. */
const VERIFIED_KEPT = 64;

const SALT_BYTES = 16;

export interface AccountsOptions {
  readonly rows: AccountRows;
  readonly configuration: Configuration;
  readonly random: Random;
  readonly log: EventLog;
  readonly directory: Pick<Directory, "find">;
}

/** What an administrator's row is made of or changed to; what is left out stays, or has its default. */
export type AdministratorValues = Readonly<Partial<Record<Parameters<typeof administratorItem>[1], string>>>;

/** What came of a change; `item` is the one at fault, where it was one. */
export type AccountResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: string; readonly item?: keyof AdministratorValues };

/**
 * Who may log in, and how: the built-in accounts of this peer, the administrators of the configuration, and those of the
 * directory. Administrator Guide, `Administrator authentication source`.
 */
export class Accounts implements Part {
  readonly name = "accounts";
  readonly commands: CommandHandlers;
  /** SHA-256 of name, stored hash and password of those that were right; a new password is another stored hash. */
  readonly #verified = new Set<string>();
  /** The last that was right: a program that asks a thousand times a second need not have its password hashed each time. */
  #lastRight = { name: "", stored: "", password: "" };

  constructor(private readonly options: AccountsOptions) {
    this.commands = {
      AdminAccountAdd: ({ Name = "", Password = "", AccessAPI = "", AccessWeb = "", Enabled = "" }, actor) =>
        this.add({ Name, Password, AccessAPI, AccessWeb, Enabled }, actor),
      AdminAccountDelete: ({ Name = "" }, actor) => this.remove([Name], actor),
    };
  }

  async start(): Promise<void> {
    for (const name of SHIPPED_ACCOUNTS) {
      if (!this.options.rows.get(name)) await this.#keepPassword(name, SHIPPED_PASSWORD);
    }
  }

  /** @returns the account, undefined when name or password is wrong or the account may not come in this way */
  async authenticate(name: string, password: string, way: WayIn): Promise<Account | undefined> {
    if (this.#isRemote(name)) return way === "shell" ? undefined : this.#authenticateRemotely(name, password, way);
    const account = this.find(name);
    if (!account || !this.mayEnter(account, way) || !(await this.verify(account, password))) return undefined;
    return this.mayEnter(account, way);
  }

  /** An account as it is now, if it is enabled and may come in this way, whatever its password. */
  mayEnter({ name, groups }: Account, way: WayIn): Account | undefined {
    const { configuration } = this.options;
    const account = groups ? memberAccount(configuration, name, groups) : this.find(name);
    if (!account?.enabled || !account.ways[way]) return undefined;
    // The command line stays that of this peer's own accounts: the way in when the directory is gone.
    const source = configuration.get("Login Source Admin");
    return way === "shell" || source === "Both" || (source === "RemoteOnly") === (groups !== undefined)
      ? account
      : undefined;
  }

  /** Whether a password is that of an account. */
  async verify({ name, groups }: Account, password: string): Promise<boolean> {
    if (groups) return (await this.options.directory.find(name, password)) !== undefined;
    const stored = this.#storedHash(name);
    if (stored === undefined) return false;
    const last = this.#lastRight;
    if (last.stored === stored && last.name === name && last.password === password) return true;
    const key = createHash("sha256").update(`${name}\u0000${stored}\u0000${password}`).digest("base64");
    if (!this.#verified.has(key)) {
      if (!(await passwordMatches(password, stored))) return false;
      if (this.#verified.size >= VERIFIED_KEPT) this.#verified.clear();
      this.#verified.add(key);
    }
    this.#lastRight = { name, stored, password };
    return true;
  }

  find(name: string): Account | undefined {
    return builtInAccount(name) ?? this.#rows().find((account) => account.name === name);
  }

  /** Everybody on Users > Administrator accounts: `admin`, then the others by name. */
  administrators(): readonly Account[] {
    return [builtInAccounts.admin, ...this.#rows().toSorted((a, b) => (a.name < b.name ? -1 : 1))];
  }

  add(values: AdministratorValues, actor: Actor): AccountResult {
    const { configuration } = this.options;
    const row = configuration.rows.firstFree(ADMINISTRATORS);
    if (row === undefined) return { ok: false, reason: "no more administrator accounts can be added" };
    // A row with no password of its own would be somebody whom nobody can be.
    return this.#set(row, { Name: "", Password: "", ...values }, actor);
  }

  /** Changes an administrator that is a row of the configuration. */
  change(name: string, values: AdministratorValues, actor: Actor): AccountResult {
    const account = this.find(name);
    if (account?.row !== undefined) return this.#set(account.row, values, actor);
    return { ok: false, reason: account ? `the account "${name}" is built-in: it stays as it is` : missing(name) };
  }

  /** Gives an account of either kind another password. */
  async setPassword(name: string, password: string, actor: Actor): Promise<AccountResult> {
    const account = this.find(name);
    if (!account) return { ok: false, reason: missing(name) };
    if (account.row !== undefined) return this.#set(account.row, { Password: password }, actor);
    const { configuration, log } = this.options;
    const checked = checkPassword(configuration, password);
    if (!checked.ok) return { ...checked, item: "Password" };
    await this.#keepPassword(name, password);
    log.secretChanged(`administration/account/${name}/password`, actor);
    return { ok: true };
  }

  /** Deletes administrators, all or none. Administrator Guide: `admin` cannot be deleted. */
  remove(names: readonly string[], actor: Actor): AccountResult {
    const { configuration } = this.options;
    const changes: Change[] = [];
    for (const name of names) {
      const account = this.find(name);
      if (!account) return { ok: false, reason: missing(name) };
      if (account.row === undefined) return { ok: false, reason: `the account "${name}" cannot be deleted` };
      if (name === actor.user) return { ok: false, reason: `"${name}" is your own account: you cannot delete it` };
      const items = configuration.rows.itemsOf(ADMINISTRATORS, account.row);
      changes.push(...items.map((path): Change => ({ path, value: null })));
    }
    return resultOf(configuration.set(changes, actor));
  }

  /** With `Both`, the directory is asked for names that no account of this peer has; it is never asked for the built-in ones. */
  #isRemote(name: string): boolean {
    const source = this.options.configuration.get("Login Source Admin");
    if (source === "LocalOnly" || builtInAccount(name)) return false;
    return source === "RemoteOnly" || !this.find(name);
  }

  async #authenticateRemotely(name: string, password: string, way: WayIn): Promise<Account | undefined> {
    const { configuration, directory } = this.options;
    const member = await directory.find(name, password);
    // A directory takes "Admin" for "admin"; here that name is never one of the directory's.
    if (!member || builtInAccount(member.name.toLowerCase())) return undefined;
    return this.mayEnter(memberAccount(configuration, member.name, member.groups), way);
  }

  #set(row: number, values: AdministratorValues, actor: Actor): AccountResult {
    const { Name } = values;
    const other = Name === undefined ? undefined : this.#rows().find(({ name }) => name === Name);
    if (Name !== undefined && other && other.row !== row)
      return { ok: false, reason: `there is an account with the name "${Name}" already`, item: "Name" };
    const { configuration } = this.options;
    const changes = (Object.entries(values) as [keyof AdministratorValues, string][]).flatMap(([item, value]) => {
      const path = administratorItem(row, item);
      return configuration.get(path) === value && configuration.rows.exists(path) ? [] : [{ path, value }];
    });
    return resultOf(configuration.set(changes, actor));
  }

  #rows(): readonly Account[] {
    const { configuration } = this.options;
    return configuration.rows.of(ADMINISTRATORS).map((row) => administratorOf(configuration, row));
  }

  #storedHash(name: string): string | undefined {
    const { configuration, rows } = this.options;
    const row = this.find(name)?.row;
    return row === undefined ? rows.get(name)?.passwordHash : configuration.get(administratorItem(row, "Password"));
  }

  async #keepPassword(name: string, password: string): Promise<void> {
    const { rows, random } = this.options;
    rows.put({ name, passwordHash: await hashPassword(password, random.bytes(SALT_BYTES)) });
  }
}

const missing = (name: string): string => `there is no account with the name "${name}"`;

function resultOf(result: ChangeResult): AccountResult {
  if (result.ok) return result;
  const item = result.path.split(" ").at(-1) as keyof AdministratorValues;
  return { ok: false, reason: result.reason, item };
}
