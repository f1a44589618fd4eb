import type { StatusProviders } from "../../core/status-values.ts";
import type { Protection } from "./protection.ts";

/** Names and the words for on: X8.11.3 status.xml, which lists the active categories only. */
export function protectionStatus(protection: Pick<Protection, "guarded" | "serviceOn">): StatusProviders {
  return {
    IntrusionProtection: () => {
      const active = protection.guarded.filter(({ guard }) => guard.running);
      return {
        Service: { State: protection.serviceOn ? "Up" : "Down", ActiveCategories: active.length },
        Category: new Map(
          active.map(({ category, guard }, place) => [
            place + 1,
            {
              Name: category.name,
              TotalBans: guard.totals.blocks,
              CurrentBans: guard.blocked.size,
              TotalFails: guard.totals.failures,
              CurrentFails: guard.currentFailures,
            },
          ]),
        ),
      };
    },
  };
}
