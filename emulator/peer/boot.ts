import { buildAccess } from "./assembly/access.ts";
import type { BootOptions } from "./assembly/boot-options.ts";
import { buildCalls } from "./assembly/calls.ts";
import { buildCluster } from "./assembly/cluster.ts";
import { buildFoundation } from "./assembly/foundation.ts";
import { LateParts } from "./assembly/late-parts.ts";
import { buildMaintenance } from "./assembly/maintenance.ts";
import { buildMonitoring } from "./assembly/monitoring.ts";
import { buildNetwork } from "./assembly/network.ts";
import { buildReporting } from "./assembly/reporting.ts";
import { surfaceWorld } from "./assembly/surface-world.ts";
import { WINGS } from "./assembly/wing.ts";
import { StartedParts } from "./core/started-parts.ts";
import type { Device, SurfaceFactory } from "./device.ts";

/** One life of a peer, from a start to the next: the device as its surfaces see it, and the parts to stop at its end. */
export interface Boot {
  readonly device: Device;
  stop(): Promise<void>;
}

/**
 * Builds the wings of a peer on its store, joins them, and starts their parts in the order of `WINGS`; then its surfaces.
 * @throws whatever a part throws that cannot start; all that was begun is stopped then
 */
export async function boot(options: BootOptions, surfaces: readonly SurfaceFactory[]): Promise<Boot> {
  const late = new LateParts();
  const foundation = buildFoundation(options, late);
  const network = buildNetwork(foundation);
  const cluster = buildCluster(foundation, network.shown, late);
  const access = buildAccess(foundation, network.shown, late);
  const calls = buildCalls(foundation, network.shown, cluster, late);
  const monitoring = buildMonitoring(foundation, network.shown, late);
  const maintenance = buildMaintenance(foundation, cluster.shown, access.shown, calls.shown);

  const wings = { foundation, network, cluster, access, calls, monitoring, maintenance };
  const parts = WINGS.flatMap((name) => wings[name].parts);
  const running = new StartedParts();
  const device: Device = {
    ...foundation.shown,
    ...network.shown,
    ...cluster.shown,
    ...access.shown,
    ...calls.shown,
    ...monitoring.shown,
    ...maintenance.shown,
    ...buildReporting(parts, foundation),
    running,
  };
  late.complete({ ...device, databaseFailure: maintenance.databaseFailure });

  device.log.event("tvcs", "System Start", { Detail: `Software version ${device.identity.softwareVersion}` });
  await running.start(parts);
  const world = surfaceWorld(foundation.world, device.protection);
  await running.start(surfaces.map((surface) => surface(device, world)));
  device.facts.changed();
  return { device, stop: () => running.stop() };
}
