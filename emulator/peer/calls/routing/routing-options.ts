import type { World } from "../../../world/world.ts";
import type { ClusterPeer } from "../../cluster/cluster-peer.ts";
import type { Unimplemented } from "../../configuration/commands/unimplemented.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Facts } from "../../core/facts.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { RasEndpoint } from "../ras/ras-endpoint.ts";

/** Where the aliases of this peer are: those registered here. */
export interface LocalAliases {
  /** @returns the subzone of the endpoint that has the alias */
  find(alias: string): string | undefined;
}

/** What routing needs of the rest of the peer; its parts need it too. */
export interface RoutingOptions {
  readonly world: World;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly ras: RasEndpoint;
  readonly local: LocalAliases;
  readonly unimplemented: Unimplemented;
  /** The other peers of the list. */
  readonly others: () => readonly ClusterPeer[];
  readonly inMaintenanceMode: () => boolean;
  readonly ownAddress: string;
}
