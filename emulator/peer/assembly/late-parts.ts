import type { Calls } from "../calls/call/calls.ts";
import type { Licensing } from "../calls/licensing/licensing.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { DatabaseFailure } from "../maintenance/database-failure.ts";
import type { Maintenance } from "../maintenance/maintenance.ts";
import type { Upgrade } from "../maintenance/upgrade/upgrade.ts";
import type { Notifications } from "../monitoring/feedback/notifications.ts";
import type { Resolver } from "../network/dns/resolver.ts";
import type { Alarms } from "../reporting/alarms/alarms.ts";
import type { StatusTree } from "../reporting/status/status-tree.ts";

/** What a lower wing needs of a higher one. */
interface NeededParts {
  readonly alarms: Alarms;
  readonly calls: Calls;
  readonly cluster: Cluster;
  readonly databaseFailure: DatabaseFailure;
  readonly licensing: Licensing;
  readonly maintenance: Maintenance;
  readonly notifications: Notifications;
  readonly resolver: Resolver;
  readonly status: StatusTree;
  readonly upgrade: Upgrade;
}

/**
 * The parts of higher wings that lower ones speak to. Wings are built from the lowest up, so nothing here may be asked for
 * while they are built; it is completed once, when all are.
 */
export class LateParts {
  #parts: NeededParts | undefined;

  /** @throws RangeError the second time */
  complete(parts: NeededParts): void {
    if (this.#parts) throw new RangeError("the parts of a peer are built once");
    this.#parts = parts;
  }

  /** @throws RangeError while the wings are being built */
  get(): NeededParts {
    if (!this.#parts) throw new RangeError("a part of a higher wing is asked for before it is built");
    return this.#parts;
  }
}
