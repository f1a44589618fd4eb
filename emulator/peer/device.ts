import type { Clock } from "../world/clock.ts";
import type { OpenSocket } from "../world/open-sockets.ts";
import type { Random } from "../world/random.ts";
import type { Accounts } from "./access/accounts/accounts.ts";
import type { ActiveSessions } from "./access/accounts/active-sessions.ts";
import type { Alarms } from "./reporting/alarms/alarms.ts";
import type { B2bua } from "./calls/b2bua/b2bua.ts";
import type { Bandwidth } from "./calls/bandwidth/bandwidth.ts";
import type { CallPolicy } from "./calls/call-policy/call-policy.ts";
import type { Calls } from "./calls/call/calls.ts";
import type { OwnCertificates } from "./access/certificates/own-certificates.ts";
import type { Cluster } from "./cluster/cluster.ts";
import type { Commands } from "./configuration/commands/commands.ts";
import type { Configuration } from "./configuration/configuration.ts";
import type { Diagnostics } from "./monitoring/diagnostics/diagnostics.ts";
import type { Directory } from "./access/directory/directory.ts";
import type { Facts } from "./core/facts.ts";
import type { Notifications } from "./monitoring/feedback/notifications.ts";
import type { VirtualFiles } from "./maintenance/files/virtual-files.ts";
import type { Firewall } from "./access/firewall/firewall.ts";
import type { HardwareMonitor } from "./monitoring/hardware/hardware-monitor.ts";
import type { Identity } from "./core/identity.ts";
import type { JournalEntry } from "./core/journal.ts";
import type { Licensing } from "./calls/licensing/licensing.ts";
import type { ReleaseKey } from "./calls/licensing/release-key.ts";
import type { EventLog } from "./reporting/logging/event-log.ts";
import type { LoginImage } from "./access/login-page/login-image.ts";
import type { Backups } from "./maintenance/backup/backups.ts";
import type { Maintenance } from "./maintenance/maintenance.ts";
import type { Upgrade } from "./maintenance/upgrade/upgrade.ts";
import type { Resolver } from "./network/dns/resolver.ts";
import type { Protection } from "./access/protection/protection.ts";
import type { Registrations } from "./calls/registrations/registrations.ts";
import type { Routing } from "./calls/routing/routing.ts";
import type { TurnServer } from "./calls/turn/turn-server.ts";
import type { Unimplemented } from "./configuration/commands/unimplemented.ts";
import type { StartedParts } from "./core/started-parts.ts";
import type { StatusTree } from "./reporting/status/status-tree.ts";
import type { TimeSync } from "./network/time/time-sync.ts";

/** A running peer as its surfaces see it: everything between two restarts. */
export interface Device extends OwnCertificates {
  readonly identity: Identity;
  /** LAN 1 IPv4 address: where the surfaces listen. */
  readonly address: string;
  readonly clock: Clock;
  readonly random: Random;
  /** When the application was last started, on the monotonic clock. */
  readonly startedAt: number;
  readonly facts: Facts;
  readonly configuration: Configuration;
  readonly status: StatusTree;
  readonly commands: Commands;
  readonly alarms: Alarms;
  readonly accounts: Accounts;
  readonly directory: Directory;
  readonly sessions: ActiveSessions;
  /** SSH host keys, OpenSSH private key texts. */
  readonly hostKeys: readonly string[];
  readonly log: EventLog;
  /** What root can read and write. */
  readonly files: VirtualFiles;
  /** The sockets that the peer listens on at this moment. */
  /** Bytes of the machine that the process takes, with all peers that are in it. */
  readonly memoryInUse: () => number;
  readonly running: Pick<StartedParts, "names">;
  readonly openSockets: () => readonly OpenSocket[];
  readonly cluster: Cluster;
  readonly hardware: HardwareMonitor;
  readonly licensing: Licensing;
  readonly releaseKey: ReleaseKey;
  readonly bandwidth: Bandwidth;
  readonly registrations: Registrations;
  readonly routing: Routing;
  readonly calls: Calls;
  readonly callPolicy: CallPolicy;
  readonly b2bua: B2bua;
  readonly loginImage: LoginImage;
  readonly turn: TurnServer;
  readonly protection: Protection;
  readonly firewall: Firewall;
  readonly resolver: Resolver;
  readonly time: TimeSync;
  readonly maintenance: Maintenance;
  readonly backups: Backups;
  readonly upgrade: Upgrade;
  readonly diagnostics: Diagnostics;
  readonly notifications: Notifications;
  readonly unimplemented: Unimplemented;
  /** Takes down what came in over a surface. */
  readonly journal: (entry: JournalEntry) => void;
}
