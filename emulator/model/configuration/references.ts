import type { ItemTemplate } from "./index.ts";

/** An item whose value is the name of a row, and the lists that the row may be in. */
interface NameReference {
  readonly item: ItemTemplate;
  readonly of: readonly ItemTemplate[];
}

const zones = "Zones Zone [1..1000] Name";
const subzones = "Zones LocalZone SubZones SubZone [1..1000] Name";
const pipes = "Bandwidth Pipe [1..1000] Name";
const policyServices = "Policy Services Service [1..20] Name";

/** Who calls a row by its name. Assumed: no source tells what a renamed zone does to its links and rules. */
export const nameReferences: readonly NameReference[] = [
  { item: "Bandwidth Link [1..3000] Node1 Name", of: [zones, subzones] },
  { item: "Bandwidth Link [1..3000] Node2 Name", of: [zones, subzones] },
  { item: "Bandwidth Link [1..3000] Pipe1 Name", of: [pipes] },
  { item: "Bandwidth Link [1..3000] Pipe2 Name", of: [pipes] },
  { item: "Zones Policy SearchRules Rule [1..2000] Source Name", of: [zones, subzones] },
  { item: "Zones Policy SearchRules Rule [1..2000] Target Name", of: [zones, policyServices] },
  { item: "Zones LocalZone SubZones MembershipRules Rule [1..3000] SubZoneName", of: [subzones] },
  { item: "Services AdvancedMediaGateway Zone Name", of: [zones] },
];
