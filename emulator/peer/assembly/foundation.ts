import type { Clock } from "../../world/clock.ts";
import type { OpenSocket } from "../../world/open-sockets.ts";
import type { Random } from "../../world/random.ts";
import { ServerSecurity } from "../access/certificates/server-security.ts";
import { Unimplemented } from "../configuration/commands/unimplemented.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { ListCommands } from "../configuration/list-commands.ts";
import { RestartNeeds } from "../configuration/restart-needs.ts";
import { ConfigurationWarnings } from "../configuration/warnings/configuration-warnings.ts";
import { Facts } from "../core/facts.ts";
import type { Identity } from "../core/identity.ts";
import type { JournalEntry } from "../core/journal.ts";
import { Diagnostics } from "../monitoring/diagnostics/diagnostics.ts";
import { AlarmStatus } from "../reporting/alarms/alarm-status.ts";
import { EventLog } from "../reporting/logging/event-log.ts";
import type { BootOptions } from "./boot-options.ts";
import { journalChanges, roleOf } from "./journal-changes.ts";
import type { LateParts } from "./late-parts.ts";
import { openConfiguration } from "./open-configuration.ts";
import type { Wing } from "./wing.ts";

/** What surfaces see of the foundation of a peer. */
export interface FoundationShown {
  readonly identity: Identity;
  /** LAN 1 IPv4 address: where the surfaces listen. */
  readonly address: string;
  readonly clock: Clock;
  readonly random: Random;
  /** When the application was last started, on the monotonic clock. */
  readonly startedAt: number;
  readonly facts: Facts;
  readonly configuration: Configuration;
  readonly log: EventLog;
  /** The sockets that the peer listens on at this moment. */
  readonly openSockets: () => readonly OpenSocket[];
  /** Bytes of the machine that the process takes, with all peers that are in it. */
  readonly memoryInUse: () => number;
  readonly diagnostics: Diagnostics;
  readonly unimplemented: Unimplemented;
  /** Records what came in over a surface. */
  readonly journal: (entry: JournalEntry) => void;
}

/** What every part of a peer stands on. */
export type Foundation = ReturnType<typeof buildFoundation>;

/** Builds the configuration of a peer, its logs, and the world in which its diagnostics watch it. */
export function buildFoundation(options: BootOptions, late: LateParts) {
  const { store, identity } = options;
  const { clock, random } = options.world;
  const facts = new Facts();
  const hostName = (): string => configuration.get("IP DNS Hostname") || "TANDBERG";
  const level = (): number => configuration.integer("Log Level");
  const log = new EventLog(store, clock, hostName, level, (module) => diagnostics.levels.levelOf(module));
  const configuration = openConfiguration({ store, identity, random, facts, log });
  const address = configuration.get("Ethernet 1 IP V4 Address");
  const journal = (entry: JournalEntry): void => options.journal(entry, roleOf(late.get().cluster));
  const unimplemented = new Unimplemented((what) => journal({ kind: "unserved", what }));
  journalChanges(configuration, journal);
  const restartNeeds = new RestartNeeds(configuration);
  const security = new ServerSecurity({ store, clock, configuration });
  const around = { ...options, configuration, facts, log, unimplemented, security, ownAddress: address };
  const diagnostics = new Diagnostics({
    ...around,
    host: hostName,
    cluster: () => late.get().cluster,
    resolver: () => late.get().resolver,
  });
  const warnings = new ConfigurationWarnings({
    configuration,
    identity,
    hasFeature: (letter) => late.get().licensing.options.has(letter),
  });
  const { world } = diagnostics;
  const { network, openSockets, memoryInUse } = world;
  const shown = { identity, address, clock, random, startedAt: clock.monotonic(), facts, configuration, log };
  const wing: Wing<FoundationShown> = {
    parts: [diagnostics, new ListCommands(configuration), new AlarmStatus(() => late.get().alarms), warnings],
    shown: { ...shown, openSockets, memoryInUse, diagnostics, unimplemented, journal },
  };
  return { ...around, ...wing, world, clock, network, random, hostName, restartNeeds };
}
