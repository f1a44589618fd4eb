import type { Configuration } from "../../../../peer/configuration/configuration.ts";
import type { Visit } from "../../visit.ts";

const namesOf = (
  configuration: Configuration,
  list: "Zones Zone" | "Zones LocalZone SubZones SubZone" | "Bandwidth Pipe",
) => configuration.rows.of(list).map((row) => configuration.get(`${list} ${row} Name`));

export const zoneNames = ({ device: { configuration } }: Visit): readonly string[] =>
  namesOf(configuration, "Zones Zone");

/** The subzones that somebody made: where membership rules lead. */
export const createdSubzoneNames = ({ device: { configuration } }: Visit): readonly string[] =>
  namesOf(configuration, "Zones LocalZone SubZones SubZone");

export const subzoneNames = (visit: Visit): readonly string[] => [
  "DefaultSubZone",
  "TraversalSubZone",
  "ClusterSubZone",
  ...createdSubzoneNames(visit),
];

/** What a link can join. */
export const nodeNames = (visit: Visit): readonly string[] => [
  ...subzoneNames(visit),
  "DefaultZone",
  ...zoneNames(visit),
];

/** For a drop-down: the first choice is none. */
export const pipesOrNone = ({ device: { configuration } }: Visit): readonly string[] => [
  "",
  ...namesOf(configuration, "Bandwidth Pipe"),
];
