import { portItems } from "./port-uses.ts";
import type { ConfigurationItem } from "./types.ts";

const listedPorts: ReadonlySet<string> = new Set(portItems);

/** What follows from an item in the twin; undefined for one that is stored only. */
export const effectOf = ({ effect }: ConfigurationItem): string | undefined => effect;

/** What the twin makes of an item, in words: what follows from it, or that it is stored only and where it is seen. */
export function usageOf(item: ConfigurationItem): string {
  const shown = item.shownAs ?? (listedPorts.has(item.path) ? "shown on Maintenance > Tools > Port usage" : undefined);
  return effectOf(item) ?? (shown === undefined ? "stored only" : `stored only; ${shown}`);
}
