import type { Store } from "../../../store/store.ts";
import type { PeerWorld } from "../../../world/peer-world.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { ServerSecurity } from "../../access/certificates/server-security.ts";
import type { Cluster } from "../../cluster/cluster.ts";
import type { Unimplemented } from "../../configuration/commands/unimplemented.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Facts } from "../../core/facts.ts";
import type { Identity } from "../../core/identity.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { Resolver } from "../../network/dns/resolver.ts";
import type { Part } from "../../core/part.ts";
import type { StatusProviders } from "../../core/status-values.ts";
import { DiagnosticLogging } from "./diagnostic-logging.ts";
import type { Incident } from "./incident-report.ts";
import { IncidentSender } from "./incident-sender.ts";
import { Incidents } from "./incidents.ts";
import { LogLevels } from "./log-levels.ts";
import { ObservedNetwork } from "./observed-network.ts";

export interface DiagnosticsOptions {
  readonly world: PeerWorld;
  readonly identity: Identity;
  readonly store: Store;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly unimplemented: Unimplemented;
  readonly host: () => string;
  readonly ownAddress: string;
  readonly unexpectedEnd: Incident | undefined;
  readonly cluster: () => Cluster;
  readonly resolver: () => Resolver;
  readonly security: ServerSecurity;
}

/** Maintenance > Diagnostics, and the world in which the other parts are watched by it. */
export class Diagnostics implements Part {
  readonly name = "diagnostics";
  readonly alarmConditions: readonly AlarmCondition[];
  readonly status: StatusProviders;
  /** That of the other parts. */
  readonly world: PeerWorld;
  readonly levels: LogLevels;
  readonly logging: DiagnosticLogging;
  readonly incidents: Incidents;

  constructor(options: DiagnosticsOptions) {
    const { clock } = options.world;
    const { log, cluster } = options;
    const network = new ObservedNetwork(options.world.network, log.network);
    this.world = { ...options.world, network };
    this.levels = new LogLevels(options);
    this.logging = new DiagnosticLogging({
      ...options,
      clock,
      network,
      levels: this.levels,
      reports: () => cluster().others.flatMap(({ report }) => (report ? [report.diagnosticLogging] : [])),
      wakePeers: () => cluster().wake(),
    });
    this.incidents = new Incidents({ ...options, sender: new IncidentSender({ ...options, clock, network }) });
    this.status = this.levels.status;
    this.alarmConditions = [...this.levels.alarmConditions, ...this.incidents.alarmConditions];
  }

  start(): void {
    this.logging.follow();
    this.incidents.start();
  }

  stop(): void {
    this.logging.end();
  }
}
