import type { PeerState } from "../../../store/state-rows.ts";
import type { Store } from "../../../store/store.ts";
import { searchRuleChanges } from "../factory/factory-configuration.ts";
import { layItems } from "../factory/unpack.ts";
import type { Box } from "../going-down.ts";

/** What stays when everything else goes back to the values of a peer as unpacked. */
export interface Kept {
  readonly item: (path: string) => boolean;
  readonly facts: readonly (keyof PeerState)[];
  readonly accounts: boolean;
  readonly logFiles: boolean;
}

/**
 * Takes the configuration of a peer away, in one transaction. The shipped search rule comes back, the shipped links do not:
 * the guide has `xCommand DefaultLinksAdd` follow ("Before reconnecting the out-of-service Expressway").
 */
export function erase(store: Store, box: Box, kept: Kept): void {
  store.transaction(() => {
    const items = store.configuration.all().filter(({ path, value }) => value !== null && kept.item(path));
    store.configuration.removeAll();
    store.pastCalls.removeAll();
    store.state.keepOnly(kept.facts);
    if (!kept.accounts) store.accounts.removeAll();
    if (!kept.logFiles) {
      store.eventLog.removeAll();
      store.configurationLog.removeAll();
      store.networkLog.removeAll();
      store.diagnosticLog.removeAll();
    }
    for (const item of items) store.configuration.put({ ...item, generation: 0, editedHere: false });
    layItems(store, box, searchRuleChanges());
  });
}

/** The items that make a peer reachable: its LAN addresses and the ways out of its subnets. */
export const isIpConfiguration = (path: string): boolean =>
  ["Ethernet ", "IP Gateway", "IP V6 Gateway", "IP Route ", "IPProtocol"].some((prefix) => path.startsWith(prefix));

export const isOptionKey = (path: string): boolean => path.startsWith("Option ");
