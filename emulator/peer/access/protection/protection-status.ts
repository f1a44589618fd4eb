import type { IntrusionCategory } from "../../../model/intrusion-categories.ts";
import type { StatusProviders } from "../../core/status-values.ts";
import type { CategoryGuard } from "./category-guard.ts";

/** What is known of automated protection at one moment. */
interface ProtectionFacts {
  readonly serviceOn: boolean;
  readonly guarded: readonly { readonly category: Pick<IntrusionCategory, "name">; readonly guard: CategoryGuard }[];
}

/** Names and the words for on: X8.11.3 status.xml, which lists the active categories only. */
export function protectionStatus(facts: () => ProtectionFacts): StatusProviders {
  return {
    IntrusionProtection: () => {
      const { serviceOn, guarded } = facts();
      const active = guarded.filter(({ guard }) => guard.running);
      return {
        Service: { State: serviceOn ? "Up" : "Down", ActiveCategories: active.length },
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
