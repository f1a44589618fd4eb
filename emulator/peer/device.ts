import type { Clock } from "../world/clock.ts";
import type { OpenSocket } from "../world/open-sockets.ts";
import type { Random } from "../world/random.ts";
import type { Accounts } from "./accounts/accounts.ts";
import type { ActiveSessions } from "./accounts/active-sessions.ts";
import type { Alarms } from "./alarms/alarms.ts";
import type { B2bua } from "./b2bua/b2bua.ts";
import type { Bandwidth } from "./bandwidth/bandwidth.ts";
import type { CallPolicy } from "./call-policy/call-policy.ts";
import type { Calls } from "./calls/calls.ts";
import type { OwnCertificates } from "./certificates/own-certificates.ts";
import type { Cluster } from "./cluster/cluster.ts";
import type { Commands } from "./commands/commands.ts";
import type { Configuration } from "./configuration/configuration.ts";
import type { Diagnostics } from "./diagnostics/diagnostics.ts";
import type { Directory } from "./directory/directory.ts";
import type { Facts } from "./facts.ts";
import type { Notifications } from "./feedback/notifications.ts";
import type { VirtualFiles } from "./files/virtual-files.ts";
import type { Firewall } from "./firewall/firewall.ts";
import type { HardwareMonitor } from "./hardware/hardware-monitor.ts";
import type { Identity } from "./identity.ts";
import type { JournalEntry } from "./journal.ts";
import type { Licensing } from "./licensing/licensing.ts";
import type { ReleaseKey } from "./licensing/release-key.ts";
import type { EventLog } from "./logging/event-log.ts";
import type { LoginImage } from "./login-page/login-image.ts";
import type { Backups } from "./maintenance/backup/backups.ts";
import type { Maintenance } from "./maintenance/maintenance.ts";
import type { Upgrade } from "./maintenance/upgrade/upgrade.ts";
import type { Resolver } from "./names/resolver.ts";
import type { Protection } from "./protection/protection.ts";
import type { Registrations } from "./registrations/registrations.ts";
import type { Routing } from "./routing/routing.ts";
import type { TurnServer } from "./turn/turn-server.ts";
import type { Unimplemented } from "./commands/unimplemented.ts";
import type { StartedParts } from "./started-parts.ts";
import type { StatusTree } from "./status/status-tree.ts";
import type { TimeSync } from "./time/time-sync.ts";

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
