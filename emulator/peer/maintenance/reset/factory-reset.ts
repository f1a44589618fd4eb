import type { PeerState } from "../../../store/state-rows.ts";
import { EventLog } from "../../reporting/logging/event-log.ts";
import type { Rebuild } from "../going-down.ts";
import { erase, isIpConfiguration, isOptionKey } from "./erase.ts";

/** What somebody has answered to the questions of `factory-reset`. */
export interface FactoryResetAnswers {
  readonly keepOptionKeys: boolean;
  readonly keepIpConfiguration: boolean;
  readonly keepSshKeys: boolean;
  readonly keepPasswords: boolean;
  readonly saveLogFiles: boolean;
  /** A new disk is empty: there are no log files on it. */
  readonly replaceHardDisk: boolean;
}

/**
 * Guide, "Before reconnecting the out-of-service Expressway back to the network": the image that runs is installed anew, with
 * its release key, which lies beside it on the disk (Administrator Guide, "Restoring default configuration").
 */
export const factoryReset =
  (answers: FactoryResetAnswers): Rebuild =>
  (store, box) => {
    const facts: (keyof PeerState)[] = ["release key", ...(answers.keepSshKeys ? (["ssh host keys"] as const) : [])];
    const { version } = store.state.get("software") ?? {};
    store.transaction(() => {
      erase(store, box, {
        item: (path) =>
          (answers.keepOptionKeys && isOptionKey(path)) || (answers.keepIpConfiguration && isIpConfiguration(path)),
        facts,
        accounts: answers.keepPasswords,
        logFiles: answers.saveLogFiles && !answers.replaceHardDisk,
      });
      if (version !== undefined) store.state.put("software", { version });
      new EventLog(store, box.clock, () => "TANDBERG").event("management", "Factory Reset", {
        Detail: "The configuration has been reset to factory defaults",
      });
    });
  };
