import { mkdirSync } from "node:fs";
import { join } from "node:path";
import DatabaseConstructor, { type Database } from "better-sqlite3";
import { EmulatorError } from "../errors.ts";
import { AccountRows } from "./account-rows.ts";
import { ConfigurationRows } from "./configuration-rows.ts";
import { EventLogRows } from "./event-log-rows.ts";
import { migrate } from "./migrations.ts";
import { PastCallRows } from "./past-call-rows.ts";
import { PowerSwitch } from "./power-switch.ts";
import { retain } from "./retain.ts";
import { StateRows } from "./state-rows.ts";

/** Where a store in memory lives: nowhere. It is gone with the process. */
export const IN_MEMORY = ":memory:";

/** The end of a transaction in the midst of which the power went: SQLite rolls back what is thrown through. */
const POWER_LOST = new Error("the power went before the transaction ended");

/** All that outlives a peer's restart: one SQLite file in the peer's data directory. */
export class Store {
  readonly configuration: ConfigurationRows;
  readonly state: StateRows;
  readonly accounts: AccountRows;
  readonly eventLog: EventLogRows;
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
    this.eventLog = new EventLogRows(database);
    this.pastCalls = new PastCallRows(database);
  }

  /**
   * Opens the store of a data directory, or one in memory.
   * @throws EmulatorError STORE_UNUSABLE
   */
  static open(directory: string): Store {
    return Store.#open(directory, directory === IN_MEMORY ? IN_MEMORY : join(directory, "peer.sqlite"));
  }

  static #open(directory: string, source: string | Buffer): Store {
    try {
      if (directory !== IN_MEMORY) mkdirSync(directory, { recursive: true });
      const database = retain(new DatabaseConstructor(source));
      // A crash of the process loses nothing with WAL; only a crash of the machine could lose the last moments.
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
      migrate(database);
      return new Store(directory, database);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new EmulatorError("STORE_UNUSABLE", `${directory}: ${reason}`, { cause: error });
    }
  }

  /** Has a function called before each write. */
  onWrite(listener: () => void): void {
    this.#power.beforeWrite = listener;
  }

  /** Lets what comes with a copy be lost, or keeps it again. A closed store forgets it. */
  loseCopies(lost: boolean): void {
    if (this.database.open) this.configuration.loseCopies(lost);
  }

  /** All of it or nothing, whenever the process ends or the power is lost. */
  transaction<T>(work: () => T): T {
    if (this.#power.off) return work();
    let result: T | undefined;
    try {
      this.database.transaction(() => {
        result = work();
        if (this.#power.off) throw POWER_LOST;
      })();
    } catch (error) {
      if (error !== POWER_LOST) throw error;
    }
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
  }

  /**
   * Closes the store and opens it with what was committed.
   * @throws EmulatorError STORE_UNUSABLE
   */
  reopen(): Store {
    this.close();
    return this.#image ? Store.#open(this.directory, this.#image) : Store.open(this.directory);
  }
}
