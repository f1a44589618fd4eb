import { shippedLinks, shippedSearchRule } from "../../../model/factory-rows.ts";
import { linkChanges } from "../../calls/bandwidth/links.ts";
import type { Change } from "../../core/configuration-change.ts";

/** The search rule of a peer as unpacked. */
export function searchRuleChanges(): Change[] {
  return Object.entries(shippedSearchRule).map(([item, value]) => ({
    path: `Zones Policy SearchRules Rule 1 ${item}`,
    value,
  }));
}

/** The rows of a peer as unpacked; everything else is a default of the table. */
export function factoryChanges(): Change[] {
  const links = shippedLinks.flatMap((link, place) => linkChanges(place + 1, link.name, link.node1, link.node2));
  return [...links, ...searchRuleChanges()];
}
