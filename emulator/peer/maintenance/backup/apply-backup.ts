import { findItem } from "../../configuration/item-paths.ts";
import { EventLog } from "../../reporting/logging/event-log.ts";
import type { Rebuild } from "../going-down.ts";
import { isIpConfiguration, isOptionKey } from "../reset/erase.ts";
import type { Backup } from "./backup.ts";

/** Facts that belong to the history of the configuration that goes. */
const PAST = ["base", "peer file", "files of peers", "subordinate", "added peers", "copy failure", "lineage"] as const;

/**
 * Puts a backup in place of the configuration, in one transaction. The system stays stand-alone: it takes over the cluster
 * name and key, and is to be added to its cluster again (guide, Appendix 1). A system of another serial number keeps its option
 * keys, which are good for no other, and its own addresses, so that two boxes never share them.
 */
export const applyBackup =
  ({ origin, contents }: Backup): Rebuild =>
  (store, { clock, serialNumber }) => {
    const foreign = origin.serialNumber !== serialNumber;
    const ownItem = (path: string): boolean => foreign && (isOptionKey(path) || isIpConfiguration(path));
    store.transaction(() => {
      const generation = (store.state.get("generation") ?? 0) + 1;
      const kept = store.configuration.all().filter(({ path, value }) => value !== null && ownItem(path));
      const items = [...Object.entries(contents.configuration), ...Object.entries(contents.cluster)];
      store.configuration.removeAll();
      for (const row of kept) store.configuration.put({ ...row, generation, editedHere: false });
      for (const [path, value] of items) {
        const scope = findItem(path)?.item.scope;
        if (scope === undefined || ownItem(path) || isMembership(path)) continue;
        store.configuration.put({
          path,
          value,
          scope,
          generation: scope === "cluster" ? generation : 0,
          editedHere: false,
        });
      }
      store.accounts.removeAll();
      for (const account of contents.accounts) store.accounts.put(account);
      if (contents.certificate) store.state.put("server certificate", contents.certificate);
      for (const fact of PAST) store.state.remove(fact);
      store.state.remove("database failure");
      store.state.put("generation", generation);
      const hostName = contents.configuration["IP DNS Hostname"] ?? "TANDBERG";
      new EventLog(store, clock, () => hostName).event("management", "Completed System Restore", {
        Detail: `Backup of ${origin.serialNumber}, software version ${origin.softwareVersion}, made ${origin.created}`,
      });
    });
  };

/** Who the other peers are, and which of them is the primary. */
const isMembership = (path: string): boolean =>
  path.startsWith("Alternates Peer ") || path === "Alternates ConfigurationPrimary";
