import { NO_USE } from "../bandwidth/bandwidth.ts";
import { freeLinkRows, linkChanges, unlinkChanges } from "../bandwidth/links.ts";
import type { CommandArguments, CommandHandlers } from "../commands/command-handler.ts";
import type { Change, Configuration } from "../configuration/configuration.ts";
import { rowCommandHandlers } from "../configuration/row-commands.ts";
import type { Part } from "../part.ts";
import type { StatusProviders, StatusValue, StatusValues } from "../status/status-values.ts";
import { routingRows } from "./routing-rows.ts";

const subzone = (name: string): StatusValues => ({ Name: name, Bandwidth: NO_USE });

/** Zones, subzones, search rules and transforms as configured, with the links that come with new zones. */
export class Zones implements Part {
  readonly name = "zones";
  readonly status: StatusProviders = { Zones: () => this.#status() };
  readonly commands: CommandHandlers;

  constructor(private readonly configuration: Configuration) {
    this.commands = rowCommandHandlers(configuration, [
      {
        list: "Zones Zone",
        add: "ZoneAdd",
        remove: "ZoneDelete",
        idArgument: "ZoneId",
        items: { ZoneName: "Name", Type: "Type" },
        alsoOnAdd: zoneLinks,
        alsoOnDelete: (_configuration, index) =>
          unlinkChanges(configuration, configuration.get(`Zones Zone ${index} Name`)),
      },
      ...routingRows,
    ]);
  }

  #status(): StatusValues {
    const zones = new Map<number, StatusValue>();
    for (const index of this.configuration.rows.of("Zones Zone")) zones.set(index, this.#zone(index));
    const subzones = new Map<number, StatusValue>();
    for (const index of this.configuration.rows.of("Zones LocalZone SubZones SubZone")) {
      subzones.set(index, subzone(this.configuration.get(`Zones LocalZone SubZones SubZone ${index} Name`)));
    }
    return {
      DefaultZone: subzone("DefaultZone"),
      LocalZone: {
        DefaultSubZone: subzone("DefaultSubZone"),
        TraversalSubZone: subzone("TraversalSubZone"),
        ClusterSubZone: subzone("ClusterSubZone"),
        ...(subzones.size > 0 && { SubZone: subzones }),
      },
      Searches: {
        Current: 0,
        CurrentDirected: 0,
        Total: 0,
        Dropped: 0,
        MaxSubSearchExceeded: 0,
        MaxTargetsExceeded: 0,
      },
      ...(zones.size > 0 && { Zone: zones }),
    };
  }

  /** ENUM and DNS zones have nobody to ask, so they are Active; the others are not asked yet and have not answered. */
  #zone(index: number): StatusValues {
    const type = this.configuration.get(`Zones Zone ${index} Type`);
    const asked = type !== "ENUM" && type !== "DNS";
    return {
      Name: this.configuration.get(`Zones Zone ${index} Name`),
      Bandwidth: NO_USE,
      Status: asked ? "Failed" : "Active",
      ...(asked && { Cause: "System unreachable" }),
      Type: type,
    };
  }
}

/** Administrator Guide, "Default links": traversal zones get a link to the Traversal Subzone, the others to the Default Subzone as well. */
function zoneLinks(configuration: Configuration, index: number, args: CommandArguments): Change[] {
  const name = args.ZoneName ?? "";
  const prefix = `Zone${String(index).padStart(3, "0")}To`;
  const traversal = args.Type === "TraversalClient" || args.Type === "TraversalServer";
  const ends = traversal
    ? [["TraversalSZ", "TraversalSubZone"]]
    : [
        ["DefaultSZ", "DefaultSubZone"],
        ["TraversalSZ", "TraversalSubZone"],
      ];
  const free = freeLinkRows(configuration);
  return ends.flatMap(([suffix = "", node = ""]) => {
    const row = free.next().value;
    return typeof row === "number" ? linkChanges(row, `${prefix}${suffix}`, name, node) : [];
  });
}
