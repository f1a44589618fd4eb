import { noListeners } from "../world/network.ts";
import { buildAccess } from "./assembly/access.ts";
import type { BootOptions } from "./assembly/boot-options.ts";
import { buildCalls } from "./assembly/calls.ts";
import { buildCluster } from "./assembly/cluster.ts";
import { buildFoundation } from "./assembly/foundation.ts";
import { guardedListeners } from "./assembly/guarded-listeners.ts";
import { LateParts } from "./assembly/late-parts.ts";
import { buildMaintenance } from "./assembly/maintenance.ts";
import { buildMonitoring } from "./assembly/monitoring.ts";
import { buildNetwork } from "./assembly/network.ts";
import { buildReporting } from "./assembly/reporting.ts";
import { WINGS } from "./assembly/wing.ts";
import { StartedParts } from "./core/started-parts.ts";
import type { Device, SurfaceFactory } from "./device.ts";

/** One life of a peer, from a start to the next: the device as its surfaces see it, and the parts to stop at its end. */
export interface Boot {
  readonly device: Device;
  stop(): Promise<void>;
}

/**
 * Builds every wing of a peer on its store and starts their parts, in the order of `WINGS`; then its surfaces.
 * @throws whatever a part throws that cannot start; all that was begun is stopped then
 */
export async function boot(options: BootOptions, surfaces: readonly SurfaceFactory[]): Promise<Boot> {
  const wings = buildWings(options);
  const parts = WINGS.flatMap((name) => wings[name].parts);
  const reporting = buildReporting(parts, wings.foundation);
  const running = new StartedParts();
  const device: Device = { ...shownOf(wings), ...reporting, running };
  wings.late.complete({ ...device, databaseFailure: wings.maintenance.databaseFailure });

  const { identity, log, facts, protection } = device;
  log.event("tvcs", "System Start", { Detail: `Software version ${identity.softwareVersion}` });
  await running.start(parts);
  const listeners = guardedListeners(options.world.listeners ?? noListeners, protection);
  await running.start(surfaces.map((surface) => surface(device, listeners)));
  facts.changed();
  return { device, stop: () => running.stop() };
}

function buildWings(options: BootOptions) {
  const late = new LateParts();
  const foundation = buildFoundation(options, late);
  const network = buildNetwork(foundation);
  const cluster = buildCluster(foundation, network.shown, late);
  const access = buildAccess(foundation, network.shown, late);
  const calls = buildCalls(foundation, network.shown, cluster, late);
  const monitoring = buildMonitoring(foundation, network.shown, late);
  const maintenance = buildMaintenance(foundation, cluster.shown, access.shown, calls.shown);
  return { late, foundation, network, cluster, access, calls, monitoring, maintenance };
}

const shownOf = (wings: ReturnType<typeof buildWings>) => ({
  ...wings.foundation.shown,
  ...wings.network.shown,
  ...wings.cluster.shown,
  ...wings.access.shown,
  ...wings.calls.shown,
  ...wings.monitoring.shown,
  ...wings.maintenance.shown,
});
