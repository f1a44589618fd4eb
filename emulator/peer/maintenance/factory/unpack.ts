import { EmulatorError } from "../../../errors.ts";
import type { Store } from "../../../store/store.ts";
import { guardAdministrators } from "../../access/accounts/administrators.ts";
import { guardFindMe } from "../../access/accounts/find-me-guards.ts";
import { guardOptionKeys } from "../../calls/licensing/installed-options.ts";
import { Configuration } from "../../configuration/configuration.ts";
import { guardRows } from "../../configuration/unique-names.ts";
import { THE_SYSTEM } from "../../core/actor.ts";
import type { Change } from "../../core/configuration-change.ts";
import { Facts } from "../../core/facts.ts";
import { EventLog } from "../../reporting/logging/event-log.ts";
import type { Box } from "../going-down.ts";
import { factoryChanges } from "./factory-configuration.ts";

/**
 * The first time that a store is used: the configuration of a peer as unpacked, and what the lab gives it. A store that came in
 * the place of a damaged one has items of its own, and gets from the lab no more than an address if that was lost.
 * @throws EmulatorError CONFIGURATION_REFUSED
 */
export function unpack(store: Store, box: Box, given: readonly Change[]): void {
  if (store.state.get("unpacked")) return;
  const replaced = store.state.get("database failure") !== undefined;
  store.transaction(() => layItems(store, box, [...factoryChanges(), ...(replaced ? [] : given)]));
}

const LAN_1_ADDRESS = "Ethernet 1 IP V4 Address";

/**
 * Lays items on a store that has only those to be kept, and the address of the box where none is among them.
 * @throws EmulatorError CONFIGURATION_REFUSED
 */
export function layItems(store: Store, box: Box, items: readonly Change[]): void {
  const log = new EventLog(store, box.clock, () => "TANDBERG");
  const configuration = new Configuration(store, new Facts(), log);
  guardRows(configuration);
  guardOptionKeys(configuration, box.serialNumber);
  guardAdministrators(configuration, box.random);
  guardFindMe(configuration, box.random);
  const address = configuration.stored(LAN_1_ADDRESS)?.value ? [] : [{ path: LAN_1_ADDRESS, value: box.address }];
  const result = configuration.set([...address, ...items], THE_SYSTEM);
  if (!result.ok) throw new EmulatorError("CONFIGURATION_REFUSED", `${result.path}: ${result.reason}`);
  store.state.put("unpacked", true);
}
