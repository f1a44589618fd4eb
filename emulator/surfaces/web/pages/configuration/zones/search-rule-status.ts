import type { Configuration } from "../../../../../peer/configuration/configuration.ts";

/** Whether a search can reach a zone (Administrator Guide, "Zones": search rule status). */
export function searchRuleStatus(configuration: Configuration, zoneName: string): string {
  const states = configuration.rows
    .of("Zones Policy SearchRules Rule")
    .filter((rule) => configuration.get(`Zones Policy SearchRules Rule ${rule} Target Name`) === zoneName)
    .map((rule) => configuration.get(`Zones Policy SearchRules Rule ${rule} State`));
  if (states.length === 0) return "No search rules configured";
  return states.includes("Enabled") ? "Search rules enabled" : "Search rules disabled";
}
