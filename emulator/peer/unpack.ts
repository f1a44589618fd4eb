import { EmulatorError } from "../errors.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../world/clock.ts";
import { Configuration, type Change } from "./configuration/configuration.ts";
import { guardRows } from "./configuration/unique-names.ts";
import { factoryChanges } from "./factory-configuration.ts";
import { Facts } from "./facts.ts";
import { guardOptionKeys } from "./licensing/installed-options.ts";
import { EventLog, THE_SYSTEM } from "./logging/event-log.ts";

/**
 * The first time a data directory is used: the configuration of a peer as unpacked, and what the lab gives it.
 * @throws EmulatorError CONFIGURATION_REFUSED
 */
export function unpack(
  store: Store,
  clock: Clock,
  options: { readonly address: string; readonly serialNumber: string; readonly configuration?: readonly Change[] },
): void {
  if (store.state.get("unpacked")) return;
  const facts = new Facts();
  const log = new EventLog(store.eventLog, clock, () => "TANDBERG");
  const changes: Change[] = [
    ...factoryChanges(),
    { path: "Ethernet 1 IP V4 Address", value: options.address },
    ...(options.configuration ?? []),
  ];
  store.transaction(() => {
    const configuration = new Configuration(store, facts, log);
    guardRows(configuration);
    guardOptionKeys(configuration, options.serialNumber);
    const result = configuration.set(changes, THE_SYSTEM);
    if (!result.ok) throw new EmulatorError("CONFIGURATION_REFUSED", `${result.path}: ${result.reason}`);
    store.state.put("unpacked", true);
  });
}
