import type { Configuration } from "../../configuration/configuration.ts";
import type { CommandArguments } from "../../core/command-handler.ts";
import type { Change } from "../../core/configuration-change.ts";
import type { Part } from "../../core/part.ts";
import type { StatusProviders, StatusValue, StatusValues } from "../../core/status-values.ts";
import { formatTime } from "../../reporting/status/format-time.ts";
import type { Bandwidth } from "../bandwidth/bandwidth.ts";
import { unlinkChanges } from "../bandwidth/links.ts";
import { linksOfNewNode } from "./node-links.ts";
import type { Routing } from "./routing.ts";
import type { ZoneState } from "./zone-states.ts";

/** As an X8.11 box says it. */
const UNREACHABLE = "System unreachable";

/** Zones, subzones, search rules and transforms as configured, with the links that come with new zones. */
export class Zones implements Part {
  readonly name = "zones";
  readonly status: StatusProviders = { Zones: () => this.#status() };

  constructor(
    private readonly configuration: Configuration,
    private readonly bandwidth: Bandwidth,
    private readonly routing: Routing,
  ) {
    configuration.accompany("Zones Zone", {
      onAdd: (index, args) => zoneLinks(configuration, index, args),
      onDelete: (index) => unlinkChanges(configuration, configuration.get(`Zones Zone ${index} Name`)),
    });
    configuration.accompany("Zones LocalZone SubZones SubZone", {
      onAdd: (index, { SubZoneName: name = "" }) =>
        linksOfNewNode(configuration, { kind: "SubZone", index, name }, false),
      onDelete: (index) =>
        unlinkChanges(configuration, configuration.get(`Zones LocalZone SubZones SubZone ${index} Name`)),
    });
  }

  #status(): StatusValues {
    const zones = new Map<number, StatusValue>();
    for (const index of this.configuration.rows.of("Zones Zone")) zones.set(index, this.#zone(index));
    const subzones = new Map<number, StatusValue>();
    for (const index of this.configuration.rows.of("Zones LocalZone SubZones SubZone")) {
      subzones.set(index, this.#node(this.configuration.get(`Zones LocalZone SubZones SubZone ${index} Name`)));
    }
    return {
      DefaultZone: this.#node("DefaultZone"),
      LocalZone: {
        DefaultSubZone: this.#node("DefaultSubZone"),
        TraversalSubZone: this.#node("TraversalSubZone"),
        ClusterSubZone: this.#node("ClusterSubZone"),
        ...(subzones.size > 0 && { SubZone: subzones }),
      },
      Searches: {
        ...this.routing.searches.counts,
        CurrentDirected: 0,
        Dropped: 0,
        MaxSubSearchExceeded: 0,
        MaxTargetsExceeded: 0,
      },
      ...(zones.size > 0 && { Zone: zones }),
    };
  }

  #node(name: string): StatusValues {
    return { Name: name, Bandwidth: this.bandwidth.usage(`node ${name}`) };
  }

  #zone(index: number): StatusValues {
    const zone = this.routing.zones.zones.find((one) => one.index === index);
    if (!zone) return {};
    const { status, cause } = zoneStatus(zone);
    const peers = new Map<number, StatusValue>(
      zone.peers.map(({ address, port, state, since }, place) => [
        place + 1,
        {
          H323: {
            Status: state,
            ...(state === "Failed" && { Cause: UNREACHABLE }),
            Address: address,
            Port: port,
            LastStatusChange: formatTime(since),
          },
        },
      ]),
    );
    return {
      ...this.#node(zone.name),
      Status: status,
      ...(cause !== undefined && { Cause: cause }),
      Type: zone.type,
      ...(peers.size > 0 && { Neighbor: { Peer: peers } }),
    };
  }
}

/** ENUM and DNS zones have nobody to ask, so they are Active; traversal zones are not asked yet and have not answered. */
function zoneStatus({ type, peers, reachable }: ZoneState): {
  status: "Active" | "Warning" | "Failed";
  cause?: string;
} {
  if (type === "ENUM" || type === "DNS") return { status: "Active" };
  if (reachable.length === 0) return { status: "Failed", cause: UNREACHABLE };
  return reachable.length < peers.length ? { status: "Warning", cause: UNREACHABLE } : { status: "Active" };
}

function zoneLinks(
  configuration: Configuration,
  index: number,
  { ZoneName: name = "", Type }: CommandArguments,
): Change[] {
  const traversal = Type === "TraversalClient" || Type === "TraversalServer";
  return linksOfNewNode(configuration, { kind: "Zone", index, name }, traversal);
}
