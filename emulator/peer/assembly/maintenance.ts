import { Backups } from "../maintenance/backup/backups.ts";
import { DatabaseFailure } from "../maintenance/database-failure.ts";
import { VirtualFiles } from "../maintenance/files/virtual-files.ts";
import { Maintenance } from "../maintenance/maintenance.ts";
import { Upgrade } from "../maintenance/upgrade/upgrade.ts";
import { refuseEditsOfDamagedPrimary } from "../maintenance/refuse-edits.ts";
import { SystemStatus } from "../system/system-status.ts";
import type { AccessShown } from "./access.ts";
import type { CallsShown } from "./calls.ts";
import type { ClusterShown } from "./cluster.ts";
import type { Foundation } from "./foundation.ts";
import type { Wing } from "./wing.ts";

/** What surfaces see of the upkeep of a peer. */
export interface MaintenanceShown {
  readonly maintenance: Maintenance;
  readonly backups: Backups;
  readonly upgrade: Upgrade;
  /** What root can read and write. */
  readonly files: VirtualFiles;
}

/** Builds what looks after a peer as a whole. */
export function buildMaintenance(
  foundation: Foundation,
  { cluster }: ClusterShown,
  access: AccessShown,
  { licensing, releaseKey }: CallsShown,
): Wing<MaintenanceShown> & { readonly databaseFailure: DatabaseFailure } {
  const { clock, store, times, stalledUpgrade, shown } = foundation;
  const databaseFailure = new DatabaseFailure(store);
  refuseEditsOfDamagedPrimary(shown.configuration, cluster, databaseFailure);
  const upgrade = new Upgrade({ ...foundation, takes: times.upgrade, stalledVersion: stalledUpgrade });
  const maintenance = new Maintenance(foundation);
  const backups = new Backups({ ...foundation, inCluster: () => cluster.inCluster });
  const files = new VirtualFiles({ ...foundation, ...access, releaseKey, upgrade }, clock);
  const systemStatus = new SystemStatus({ ...shown, licensing, releaseKey });
  return {
    parts: [maintenance, databaseFailure, upgrade, systemStatus],
    shown: { maintenance, backups, upgrade, files },
    databaseFailure,
  };
}
