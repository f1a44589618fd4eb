import { mkdirSync } from "node:fs";
import { join } from "node:path";
import DatabaseConstructor, { type Database } from "better-sqlite3";
import { EmulatorError } from "../errors.ts";
import { AccountRows } from "./account-rows.ts";
import { ConfigurationRows } from "./configuration-rows.ts";
import { EventLogRows } from "./event-log-rows.ts";
import { migrate } from "./migrations.ts";
import { PastCallRows } from "./past-call-rows.ts";
import { retain } from "./retain.ts";
import { StateRows } from "./state-rows.ts";

/** Where a store in memory lives: nowhere. It is gone with the process. */
export const IN_MEMORY = ":memory:";

/** All that outlives a peer's restart: one SQLite file in the peer's data directory. */
export class Store {
  readonly configuration: ConfigurationRows;
  readonly state: StateRows;
  readonly accounts: AccountRows;
  readonly eventLog: EventLogRows;
  readonly pastCalls: PastCallRows;

  private constructor(private readonly database: Database) {
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
    try {
      if (directory !== IN_MEMORY) mkdirSync(directory, { recursive: true });
      const database = retain(
        new DatabaseConstructor(directory === IN_MEMORY ? IN_MEMORY : join(directory, "peer.sqlite")),
      );
      // A crash of the process loses nothing with WAL; only a crash of the machine could lose the last moments.
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
      migrate(database);
      return new Store(database);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new EmulatorError("STORE_UNUSABLE", `${directory}: ${reason}`, { cause: error });
    }
  }

  /** All of it or nothing, whenever the process ends. */
  transaction<T>(work: () => T): T {
    return this.database.transaction(work)();
  }

  close(): void {
    this.database.close();
  }
}
