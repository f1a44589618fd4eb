import type { Store } from "../store/store.ts";
import type { SurfaceWorld } from "../world/network.ts";
import type { PeerWorld } from "../world/peer-world.ts";
import { AlarmStatus } from "./reporting/alarms/alarm-status.ts";
import { Alarms } from "./reporting/alarms/alarms.ts";
import { LocalDatabase } from "./calls/authentication/local-database.ts";
import { Bandwidth } from "./calls/bandwidth/bandwidth.ts";
import { Calls } from "./calls/call/calls.ts";
import { Histories } from "./calls/call/histories.ts";
import { hostKeys } from "./access/certificates/host-keys.ts";
import { ownCertificates } from "./access/certificates/own-certificates.ts";
import type { ClusterPeer } from "./cluster/cluster-peer.ts";
import { Cluster } from "./cluster/cluster.ts";
import { Commands } from "./configuration/commands/commands.ts";
import type { Device } from "./device.ts";
import type { Incident } from "./monitoring/diagnostics/incident-report.ts";
import { HttpFeedback } from "./monitoring/feedback/http-feedback.ts";
import { Notifications } from "./monitoring/feedback/notifications.ts";
import { layGround } from "./assembly/foundation.ts";
import { HardwareMonitor, type FalseReading } from "./monitoring/hardware/hardware-monitor.ts";
import type { Identity } from "./core/identity.ts";
import type { Journal } from "./core/journal.ts";
import { storedServices } from "./assembly/stored-services.ts";
import { Licensing } from "./calls/licensing/licensing.ts";
import { ReleaseKey } from "./calls/licensing/release-key.ts";
import { RemoteSyslog } from "./monitoring/remote-syslog/remote-syslog.ts";
import { Backups } from "./maintenance/backup/backups.ts";
import { DatabaseFailure } from "./maintenance/database-failure.ts";
import type { GoingDown } from "./maintenance/going-down.ts";
import { Maintenance } from "./maintenance/maintenance.ts";
import type { MaintenanceTimes } from "./maintenance/times.ts";
import { Upgrade } from "./maintenance/upgrade/upgrade.ts";
import { nameServices } from "./assembly/network.ts";
import type { Part } from "./core/part.ts";
import { surfaceWorld } from "./assembly/surface-world.ts";
import { Provisioning } from "./calls/provisioning/provisioning.ts";
import { RasEndpoint } from "./calls/ras/ras-endpoint.ts";
import { Registrations } from "./calls/registrations/registrations.ts";
import { RestrictionPolicy } from "./calls/registrations/restriction-policy.ts";
import { Routing } from "./calls/routing/routing.ts";
import { Zones } from "./calls/routing/zones.ts";
import { sharedTables } from "./assembly/shared-tables.ts";
import { StartedParts } from "./core/started-parts.ts";
import { StatusTree } from "./reporting/status/status-tree.ts";
import { SystemStatus } from "./system/system-status.ts";
import { TimeSync } from "./network/time/time-sync.ts";
import { TurnServer } from "./calls/turn/turn-server.ts";
import { waysIn } from "./assembly/access.ts";

/** Makes a way in to a running peer, on the listeners and sockets of its life. */
export type SurfaceFactory = (device: Device, world: SurfaceWorld) => Part;

export interface BootOptions {
  readonly world: PeerWorld;
  readonly store: Store;
  readonly identity: Identity;
  readonly surfaces: readonly SurfaceFactory[];
  readonly times: MaintenanceTimes;
  readonly onGoingDown: (down: GoingDown) => void;
  /** The key that the lab puts in the place of the configured pre-shared key, if it does. */
  readonly falseKey: () => string | undefined;
  /** The software version that the lab has the peer install without an end, if it does. */
  readonly stalledUpgrade: () => string | undefined;
  /** What the lab has the sensors of an appliance read. */
  readonly falseReadings: () => readonly FalseReading[];
  /** How the life before ended, where that was not in order. */
  readonly unexpectedEnd: Incident | undefined;
  /** Who takes down what the peer is asked. */
  readonly journal: Journal;
}

/** One life of a peer, from a start to the next: the device as its surfaces see it, and the parts to stop at its end. */
export interface Boot {
  readonly device: Device;
  stop(): Promise<void>;
}

/** Builds every part of a peer on its store and starts them. What a peer consists of is all here. */
export async function boot(options: BootOptions): Promise<Boot> {
  const { store, identity, surfaces, onGoingDown, falseKey, falseReadings, stalledUpgrade: stalledVersion } = options;
  const ground = layGround(options, { cluster: () => cluster, resolver: () => resolver });
  const { world, facts, log, configuration, hostName, address, journal, unimplemented, security, diagnostics } = ground;
  const { clock, network, random } = world;
  const startedAt = clock.monotonic();
  const notifications = new Notifications({ facts, unimplemented, status: () => status });
  const emit = notifications.event;

  const { resolver, names } = nameServices({ ...world, configuration, log, unimplemented, ownAddress: address });
  const time = new TimeSync({ clock, network, configuration, resolver, facts, log, ownAddress: address });
  const syslog = new RemoteSyslog({ world, log, resolver, configuration, security, ownAddress: address });
  const databaseFailure = new DatabaseFailure(store);
  const upgrade = new Upgrade({
    identity,
    store,
    clock,
    random,
    facts,
    log,
    takes: options.times.upgrade,
    stalledVersion,
  });
  // Numbers of an earlier life must not come again.
  const firstTables = Math.round(clock.now());
  const tablesVersion = (): number => firstTables + calls.version + alarms.version;
  const cluster = new Cluster({
    world,
    store,
    configuration,
    facts,
    log,
    ownAddress: address,
    falseKey,
    softwareVersion: identity.softwareVersion,
    upgrading: () => upgrade.inProgress,
    databaseFailure: databaseFailure.evidence,
    // A client that has just started is not yet a reason for an alarm.
    ntpSynchronized: () => time.synchronized || !time.settled,
    about: () => ({
      unit: {
        systemName: configuration.get("SystemUnit Name"),
        serialNumber: identity.serialNumber,
        platform: identity.platform,
        features: licensing.options.features,
      },
      licenses: licensing.ownLicenses(),
      diagnosticLogging: diagnostics.logging.report,
    }),
    tables: (known) => sharedTables(calls, alarms, known, { version: tablesVersion(), first: firstTables }),
    tablesVersion: () => tablesVersion(),
  });
  const others = (): readonly ClusterPeer[] => cluster.others;
  const isPeer = (far: string): boolean => others().some((other) => other.address === far);
  const ras = new RasEndpoint({ world, configuration, facts, log, isPeer, ownAddress: address });
  const bandwidth = new Bandwidth({
    world,
    configuration,
    facts,
    log,
    ras,
    clustered: () => cluster.clustered,
    others,
    tablesVersion,
    onTables: (from, version) => cluster.announceTables(from, version),
  });
  const licensing = new Licensing({
    identity,
    configuration,
    store,
    clock,
    facts,
    others,
    inUse: (kind) =>
      kind === "registration" ? { own: registrations.tokens, cluster: registrations.tokens } : bandwidth.tokens(kind),
  });
  const hardware = new HardwareMonitor({ identity, facts, log, falseReadings });
  const releaseKey = new ReleaseKey({ identity, store, facts, log });
  const maintenance = new Maintenance(configuration, log, onGoingDown);
  const inCluster = (): boolean => cluster.inCluster;
  const kept = storedServices({ store, configuration, facts, log, unimplemented, needs: maintenance.restartNeeds });
  const backups = new Backups({ identity, store, configuration, clock, random, log, inCluster });
  const inMaintenanceMode = (): boolean => maintenance.inMaintenanceMode;
  const restriction = new RestrictionPolicy(configuration, unimplemented);
  const registrations = new Registrations({
    identity,
    clock,
    random,
    facts,
    log,
    licensing: () => licensing,
    provisioningRefusal: () => provisioning.refusal(),
    restriction: (alias) => restriction.refusal(alias),
    inMaintenanceMode,
    emit,
  });
  const subject = (): string => [hostName(), configuration.get("IP DNS Domain Name")].filter(Boolean).join(".");
  const certified = ownCertificates({ store, world, configuration, resolver, security, facts, log, subject, address });
  const provisioning = new Provisioning({
    world,
    identity,
    configuration,
    facts,
    log,
    resolver,
    licensed: () => licensing.options.has("P"),
    devices: () => registrations.provisioned,
    ownAddress: address,
    security,
  });
  const routing = new Routing({
    world,
    configuration,
    facts,
    log,
    ras,
    local: registrations,
    unimplemented,
    others,
    inMaintenanceMode,
    ownAddress: address,
    emit,
  });
  const localDatabase = new LocalDatabase(configuration);
  const turn = new TurnServer({
    identity,
    world,
    configuration,
    facts,
    log,
    licensing,
    bandwidth,
    database: localDatabase,
    unimplemented,
    others,
    ownAddress: address,
    emit,
  });
  const calls = new Calls({
    identity,
    world,
    store,
    configuration,
    facts,
    log,
    licensing,
    bandwidth,
    router: routing.searches,
    registrations,
    turn,
    inMaintenanceMode,
    emit,
  });
  const feedback = new HttpFeedback({
    clock,
    network,
    identity,
    store,
    facts,
    log,
    resolver,
    notifications,
    security,
    ownAddress: address,
  });
  const entrances = waysIn({
    world,
    store,
    identity,
    configuration,
    facts,
    log,
    resolver,
    security,
    certified,
    licensing,
    releaseKey,
    upgrade,
    ownAddress: address,
  });
  const parts: Part[] = [
    entrances.firewall,
    ...names,
    // Early in the list is late to stop, so that it sends what the others still log.
    syslog,
    diagnostics,
    time,
    maintenance,
    databaseFailure,
    hardware,
    upgrade,
    cluster,
    ras,
    licensing,
    releaseKey,
    bandwidth,
    restriction,
    registrations,
    provisioning,
    certified.revocation,
    routing,
    new Zones(configuration, bandwidth, routing),
    calls,
    new Histories(calls.history, registrations.history, routing.searches, facts),
    ...kept.parts,
    localDatabase,
    turn,
    entrances.protection,
    new SystemStatus(identity, configuration, clock, startedAt, licensing, releaseKey),
    new AlarmStatus(() => alarms),
    // What it is asked to tell of has begun by then.
    feedback,
    // Only somebody who comes in needs these; they are slow to make.
    ...(surfaces.length > 0 ? [entrances.accounts, certified.certificates, entrances.directory] : []),
  ];
  const alarms = new Alarms(
    parts.flatMap((part) => part.alarmConditions ?? []),
    clock,
    facts,
    log,
  );
  const status = new StatusTree(
    parts.flatMap((part) => (part.status ? [part.status] : [])),
    facts,
    clock,
  );
  const commands = new Commands(
    parts.flatMap((part) => (part.commands ? [part.commands] : [])),
    unimplemented,
  );
  const started = new StartedParts();
  const device: Device = {
    identity,
    address,
    clock,
    random,
    startedAt,
    facts,
    configuration,
    status,
    commands,
    alarms,
    ...entrances,
    ...certified,
    hostKeys: surfaces.length > 0 ? hostKeys(store) : [],
    log,
    running: started,
    openSockets: world.openSockets,
    memoryInUse: world.memoryInUse,
    cluster,
    hardware,
    licensing,
    releaseKey,
    bandwidth,
    registrations,
    routing,
    calls,
    ...kept.shown,
    turn,
    resolver,
    time,
    maintenance,
    backups,
    upgrade,
    diagnostics,
    notifications,
    unimplemented,
    journal,
  };

  log.event("tvcs", "System Start", { Detail: `Software version ${identity.softwareVersion}` });
  await started.start(parts);
  const around = surfaceWorld(world, entrances.protection);
  await started.start(surfaces.map((surface) => surface(device, around)));
  facts.changed();
  return { device, stop: () => started.stop() };
}
