import { mkdirSync } from "node:fs";
import { join } from "node:path";
import DatabaseConstructor, { type Database } from "better-sqlite3";
import { EmulatorError } from "../errors.ts";
import { AccountRows } from "./account-rows.ts";
import { ConfigurationRows } from "./configuration-rows.ts";
import { checkLength, checkPages, damageIn, overwriteTable } from "./damage.ts";
import { LogRows } from "./log-rows.ts";
import { migrate } from "./migrations.ts";
import { PastCallRows } from "./past-call-rows.ts";
import { PowerSwitch } from "./power-switch.ts";
import { retain } from "./retain.ts";
import { salvage, type Salvage } from "./salvage.ts";
import { moveInto, setAside } from "./set-aside.ts";
import { StateRows, type PeerState } from "./state-rows.ts";

/** Where a store in memory lives: nowhere. It is gone with the process. */
export const IN_MEMORY = ":memory:";

const FILE_NAME = "peer.sqlite";

/** Facts about the box, not about its configuration: they are taken over from a damaged store. */
const FACTS_OF_THE_BOX: readonly (keyof PeerState)[] = [
  "server certificate",
  "certificate files",
  "ssh host keys",
  "software",
  "release key",
  "incident reports",
];

/** The end of a transaction in the middle of which the power went: SQLite rolls back what is thrown through. */
const POWER_LOST = new Error("the power went before the transaction ended");

/** All that outlives a peer's restart: one SQLite file in the peer's data directory. */
export class Store {
  readonly configuration: ConfigurationRows;
  readonly state: StateRows;
  readonly accounts: AccountRows;
  readonly eventLog: LogRows;
  readonly configurationLog: LogRows;
  readonly networkLog: LogRows;
  readonly diagnosticLog: LogRows;
  readonly pastCalls: PastCallRows;
  readonly #power: PowerSwitch;
  /** What a closed store in memory held. */
  #image: Buffer | undefined;

  private constructor(
    private readonly directory: string,
    private readonly database: Database,
  ) {
    this.#power = new PowerSwitch(database);
    this.configuration = new ConfigurationRows(database);
    this.state = new StateRows(database);
    this.accounts = new AccountRows(database);
    this.eventLog = LogRows.eventLog(database);
    this.configurationLog = LogRows.configurationLog(database);
    this.networkLog = LogRows.networkLog(database);
    this.diagnosticLog = LogRows.diagnosticLog(database);
    this.pastCalls = new PastCallRows(database);
  }

  /**
   * Opens the store of a data directory, or one in memory. One that is damaged is set aside as `peer.sqlite.damaged-1`; in its
   * place comes a new one with what could be salvaged, that knows of the failure and is not unpacked.
   * @throws EmulatorError STORE_UNUSABLE
   */
  static open(directory: string): Store {
    return Store.#openOrReplace(directory, directory === IN_MEMORY ? IN_MEMORY : join(directory, FILE_NAME));
  }

  static #openOrReplace(directory: string, source: string | Buffer): Store {
    try {
      if (directory !== IN_MEMORY) mkdirSync(directory, { recursive: true });
      try {
        return Store.#open(directory, source);
      } catch (error) {
        const damage = damageIn(error);
        if (damage === undefined) throw error;
        return Store.#replace(directory, source, damage);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new EmulatorError("STORE_UNUSABLE", `${directory}: ${reason}`, { cause: error });
    }
  }

  static #open(directory: string, source: string | Buffer): Store {
    if (typeof source === "string" && source !== IN_MEMORY) checkLength(source);
    const database = retain(new DatabaseConstructor(source));
    try {
      // A crash of the process loses nothing with WAL; only a crash of the machine could lose the last moments.
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
      checkPages(database);
      migrate(database);
      return new Store(directory, database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Whenever the process ends, there is the damaged store or the whole new one. */
  static #replace(directory: string, source: string | Buffer, reason: string): Store {
    if (typeof source !== "string") {
      const replacement = Store.#open(directory, IN_MEMORY);
      replacement.#takeOver(salvage(source), { reason });
      return replacement;
    }
    const evidence = setAside(source);
    moveInto(source, (file) => {
      const replacement = Store.#open(directory, file);
      replacement.#takeOver(salvage(join(directory, evidence)), { reason, evidence });
      replacement.close();
    });
    return Store.#open(directory, source);
  }

  #takeOver(
    { ownItems, accounts, state, eventLog, configurationLog, networkLog }: Salvage,
    failure: PeerState["database failure"],
  ): void {
    this.transaction(() => {
      for (const { path, value } of ownItems)
        this.configuration.put({ path, value, scope: "peer", generation: 0, editedHere: false });
      for (const account of accounts) this.accounts.put(account);
      for (const name of FACTS_OF_THE_BOX) {
        const fact = state.find((row) => row.name === name);
        if (fact) this.state.put(name, JSON.parse(fact.value) as never);
      }
      for (const line of eventLog) this.eventLog.append(line);
      for (const line of configurationLog) this.configurationLog.append(line);
      for (const line of networkLog) this.networkLog.append(line);
      this.state.put("database failure", failure);
    });
  }

  /** Has a function called before each write. */
  onWrite(listener: () => void): void {
    this.#power.beforeWrite = listener;
  }

  /** Lets what comes with a copy be lost, or keeps it again. A closed store forgets it. */
  loseCopies(lost: boolean): void {
    if (this.database.open) this.configuration.loseCopies(lost);
  }

  /** Has a function called when a statement finds the database damaged; nothing is written or read here from then on. */
  onDamage(listener: (reason: string) => void): void {
    this.#power.onDamage = listener;
  }

  /** All of it or nothing, whenever the process ends or the power is lost. */
  transaction<T>(work: () => T): T {
    if (this.#power.off) return work();
    let result: T | undefined;
    this.#power.attempt(() => {
      try {
        this.database.transaction(() => {
          result = work();
          if (this.#power.off) throw POWER_LOST;
        })();
      } catch (error) {
        if (error !== POWER_LOST) throw error;
      }
    }, undefined);
    return result as T;
  }

  /** Power is lost: what is not committed never happened, and nothing is written or read here any more. */
  losePower(): void {
    this.#power.turnOff();
  }

  close(): void {
    if (!this.database.open) return;
    if (this.directory === IN_MEMORY) this.#image = this.database.serialize();
    this.database.close();
    this.#power.forgetListeners();
  }

  /** Loses its power, and the pages of a table are overwritten: a damage that shows when it is opened anew. */
  damage(table: "configuration"): void {
    this.losePower();
    this.close();
    overwriteTable(this.#image ?? join(this.directory, FILE_NAME), table);
  }

  /**
   * Closes the store and opens it with what was committed.
   * @throws EmulatorError STORE_UNUSABLE
   */
  reopen(): Store {
    this.close();
    return this.#image ? Store.#openOrReplace(this.directory, this.#image) : Store.open(this.directory);
  }
}
