import type { Configuration } from "../../../../../peer/configuration/configuration.ts";

/** Whether a search can reach a zone, by its name (Administrator Guide, "Zones": search rule status). */
export type SearchRuleStatus = (zoneName: string) => string;

/** Looks at every search rule once: a peer may have 2,000 of them, and 1,000 zones. */
export function searchRuleStatuses(configuration: Configuration): SearchRuleStatus {
  const enabledByTarget = new Map<string, boolean>();
  for (const rule of configuration.rows.of("Zones Policy SearchRules Rule")) {
    const target = configuration.get(`Zones Policy SearchRules Rule ${rule} Target Name`);
    const enabled = configuration.get(`Zones Policy SearchRules Rule ${rule} State`) === "Enabled";
    enabledByTarget.set(target, enabled || enabledByTarget.get(target) === true);
  }
  return (zoneName) => {
    const enabled = enabledByTarget.get(zoneName);
    if (enabled === undefined) return "No search rules configured";
    return enabled ? "Search rules enabled" : "Search rules disabled";
  };
}
