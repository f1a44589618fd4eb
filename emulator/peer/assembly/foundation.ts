import { ServerSecurity } from "../access/certificates/server-security.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { Unimplemented } from "../configuration/commands/unimplemented.ts";
import type { BootOptions } from "../boot.ts";
import { openConfiguration } from "./open-configuration.ts";
import { Diagnostics } from "../monitoring/diagnostics/diagnostics.ts";
import { Facts } from "../core/facts.ts";
import { journalChanges, roleOf } from "./journal-changes.ts";
import type { JournalEntry } from "../core/journal.ts";
import { EventLog } from "../reporting/logging/event-log.ts";
import type { Resolver } from "../network/dns/resolver.ts";

/** Parts that are made on the ground, and that it speaks to once all are made. */
export interface Later {
  readonly cluster: () => Cluster;
  readonly resolver: () => Resolver;
}

/** What every part of a peer stands on: its configuration, its logs, and the world in which it is watched by its diagnostics. */
export function layGround(
  options: Pick<BootOptions, "world" | "store" | "identity" | "journal" | "unexpectedEnd">,
  later: Later,
) {
  const { store, identity } = options;
  const { clock, random } = options.world;
  const facts = new Facts();
  const hostName = (): string => configuration.get("IP DNS Hostname") || "TANDBERG";
  const level = (): number => configuration.integer("Log Level");
  const log = new EventLog(store, clock, hostName, level, (module) => diagnostics.levels.levelOf(module));
  const configuration = openConfiguration({ store, identity, random, facts, log });
  const address = configuration.get("Ethernet 1 IP V4 Address");
  const journal = (entry: JournalEntry): void => options.journal(entry, roleOf(later.cluster()));
  const unimplemented = new Unimplemented((what) => journal({ kind: "unserved", what }));
  journalChanges(configuration, journal);
  const security = new ServerSecurity({ store, clock, configuration });
  const around = { ...options, ...later, configuration, facts, log, unimplemented, security };
  const diagnostics = new Diagnostics({ ...around, host: hostName, ownAddress: address });
  const { world } = diagnostics;
  return { world, facts, log, configuration, hostName, address, journal, unimplemented, security, diagnostics };
}
