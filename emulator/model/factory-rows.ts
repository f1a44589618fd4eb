/**
 * Rows that a peer as unpacked has in the lists whose rows are created. X7.2.1 capture (TechNote 118675); the order of the
 * links is that of the capture.
 */
export const shippedLinks = [
  { name: "DefaultSZtoTraversalSZ", node1: "DefaultSubZone", node2: "TraversalSubZone", missingAlarm: 45007 },
  { name: "DefaultSZtoDefaultZ", node1: "DefaultSubZone", node2: "DefaultZone", missingAlarm: 45002 },
  { name: "DefaultSZtoClusterSZ", node1: "DefaultSubZone", node2: "ClusterSubZone", missingAlarm: 45006 },
  { name: "TraversalSZtoDefaultZ", node1: "TraversalSubZone", node2: "DefaultZone", missingAlarm: 45008 },
] as const;

/** Items of the search rule that a peer ships with, by the words after `Zones Policy SearchRules Rule 1`. */
export const shippedSearchRule = {
  Name: "LocalZoneMatch",
  Description: "Default rule: queries the Local Zone for any alias",
  Priority: "50",
  Protocol: "Any",
  "Source Mode": "Any",
  Authentication: "No",
  Mode: "AnyAlias",
  Progress: "Continue",
  "Target Type": "Zone",
  "Target Name": "LocalZone",
  State: "Enabled",
} as const;
