import { Cluster } from "../cluster/cluster.ts";
import type { Foundation } from "./foundation.ts";
import type { LateParts } from "./late-parts.ts";
import type { NetworkShown } from "./network.ts";
import { sharedTables } from "./shared-tables.ts";
import type { Wing } from "./wing.ts";

/** What surfaces see of the cluster that a peer is in. */
export interface ClusterShown {
  readonly cluster: Cluster;
}

/** What calls need of the cluster beside the cluster itself. */
interface ClusterTables {
  /** Grows with each change of the tables that this peer shares. */
  readonly tablesVersion: () => number;
}

/** Builds the membership of a peer in its cluster. */
export function buildCluster(
  foundation: Foundation,
  { time }: NetworkShown,
  late: LateParts,
): Wing<ClusterShown> & ClusterTables {
  const { clock, identity, configuration, shown } = foundation;
  // Numbers of an earlier life must not come again.
  const first = Math.round(clock.now());
  const tablesVersion = (): number => first + late.get().calls.version + late.get().alarms.version;
  const cluster = new Cluster({
    ...foundation,
    softwareVersion: identity.softwareVersion,
    product: identity.product,
    upgrading: () => late.get().upgrade.inProgress,
    databaseFailure: () => late.get().databaseFailure.evidence,
    // A client that has just started is not yet a reason for an alarm.
    ntpSynchronized: () => time.synchronized || !time.settled,
    about: () => ({
      unit: {
        systemName: configuration.get("SystemUnit Name"),
        serialNumber: identity.serialNumber,
        product: identity.product,
        platform: identity.platform,
        features: late.get().licensing.options.features,
      },
      licenses: late.get().licensing.ownLicenses(),
      losses: late.get().licensing.losses(),
      diagnosticLogging: shown.diagnostics.logging.report,
    }),
    lossesNow: () => late.get().licensing.lossesNow,
    tables: (known) => sharedTables(late.get(), known, { version: tablesVersion(), first }),
    tablesVersion,
  });
  return { parts: [cluster], shown: { cluster }, tablesVersion };
}
