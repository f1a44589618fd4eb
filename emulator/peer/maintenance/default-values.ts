import type { Configuration } from "../configuration/configuration.ts";
import { findItem } from "../configuration/item-paths.ts";
import type { Actor } from "../core/actor.ts";
import type { CommandResult } from "../core/command-handler.ts";
import type { Change } from "../core/configuration-change.ts";
import { searchRuleChanges } from "./factory/factory-configuration.ts";

/**
 * From which level of `xCommand DefaultValuesSet` an item goes back to its default. The lists are no longer published;
 * these are the best that sources give (docs/fidelity.md).
 */
const levels: readonly { readonly level: 2 | 3; readonly prefixes: readonly string[] }[] = [
  {
    level: 2,
    prefixes: [
      "Login Source Admin",
      "Login Remote ",
      "Authentication Account Admin Group ",
      "Authentication Account FindMe Group ",
    ],
  },
  {
    level: 3,
    prefixes: [
      "Administration ",
      "ErrorReport ",
      "Ethernet ",
      "IP Gateway",
      "IP V6 Gateway",
      "IPProtocol",
      "IP DNS ",
      "DNS ",
      "IP QoS ",
      "IP RFC4821 Mode",
      "IP Route ",
      "Option ",
      "SNMP ",
      "SystemUnit Name",
    ],
  },
];

/**
 * Never touched: a peer would leave its cluster, or stop being the box that it is. Administrator accounts stay, as the guide has
 * them deleted by hand after level 2 ("Adding an Expressway to an existing cluster").
 */
const KEPT = [
  "Alternates ",
  "NTP Server ",
  "TimeZone ",
  "SystemUnit Maintenance Mode",
  "Authentication Account Admin Account ",
];

/** The shipped search rule comes back, the shipped links do not: the guide has `xCommand DefaultLinksAdd` follow. */
export function setDefaultValues(configuration: Configuration, level: number, actor: Actor): CommandResult {
  const factory = new Map(searchRuleChanges().map((change) => [change.path, change.value]));
  const changes: Change[] = [...factory].map(([path, value]) => ({ path, value }));
  for (const row of configuration.allStored()) {
    if (row.value !== null && !factory.has(row.path) && levelOf(row.path) <= level && findItem(row.path)) {
      changes.push({ path: row.path, value: null });
    }
  }
  const result = configuration.set(changes, actor);
  return result.ok ? { ok: true } : { ok: false, reason: result.reason };
}

function levelOf(path: string): number {
  if (KEPT.some((prefix) => path.startsWith(prefix))) return Number.POSITIVE_INFINITY;
  return levels.find(({ prefixes }) => prefixes.some((prefix) => path.startsWith(prefix)))?.level ?? 1;
}
