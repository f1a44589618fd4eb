import type { SurfaceWorld } from "../world/network.ts";
import type { AccessShown } from "./assembly/access.ts";
import type { CallsShown } from "./assembly/calls.ts";
import type { ClusterShown } from "./assembly/cluster.ts";
import type { FoundationShown } from "./assembly/foundation.ts";
import type { MaintenanceShown } from "./assembly/maintenance.ts";
import type { MonitoringShown } from "./assembly/monitoring.ts";
import type { NetworkShown } from "./assembly/network.ts";
import type { ReportingShown } from "./assembly/reporting.ts";
import type { Part } from "./core/part.ts";
import type { StartedParts } from "./core/started-parts.ts";

/** A running peer as its surfaces see it, wing by wing: everything between two restarts. */
export interface Device
  extends
    FoundationShown,
    ReportingShown,
    NetworkShown,
    ClusterShown,
    AccessShown,
    CallsShown,
    MonitoringShown,
    MaintenanceShown {
  readonly running: Pick<StartedParts, "names">;
}

/** Makes a way in to a running peer, on the listeners and sockets of its life. */
export type SurfaceFactory = (device: Device, world: SurfaceWorld) => Part;
