import { EventLog } from "../../reporting/logging/event-log.ts";
import type { Rebuild } from "../going-down.ts";
import { erase, isIpConfiguration } from "./erase.ts";

/**
 * `clusterdb_destroy_and_purge_data.sh`: the database is made anew, empty. What is kept outside of it stays: LAN addresses,
 * accounts, keys, certificate, software and its release key, logs. Guide, Appendix 1, says no more than that it is as dangerous as it sounds.
 */
export const purgeDatabase: Rebuild = (store, box) => {
  store.transaction(() => {
    erase(store, box, {
      item: isIpConfiguration,
      facts: [
        "ssh host keys",
        "server certificate",
        "certificate files",
        "certificate request",
        "revocation lists",
        "revocation updates",
        "software",
        "release key",
      ],
      accounts: true,
      logFiles: true,
    });
    new EventLog(store, box.clock, () => "TANDBERG").event("clusterdb", "Database Purged", {
      Detail: "The cluster database has been destroyed and made anew",
    });
  });
};
