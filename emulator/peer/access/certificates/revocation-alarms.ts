import type { PeerState } from "../../../store/state-rows.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";

type Updates = PeerState["revocation updates"];

/**
 * Administrator Guide, alarms. That 40006 is of a file that did not come and 40002 of one that is no revocation list is assumed.
 * 40007 tells of a file that this peer has no need of.
 */
export const revocationAlarms = (updates: () => Updates): readonly AlarmCondition[] => [
  {
    alarm: 40001,
    holds: () => {
      const { automatic, points } = updates();
      return automatic && points.length === 0
        ? {
            facts: ["Automatic CRL updates are Enabled", "there is no distribution point"],
            clearedBy:
              "enter a distribution point on Maintenance > Security certificates > CRL management, or disable updates",
          }
        : undefined;
    },
  },
  {
    alarm: 40002,
    holds: () => evidence(updates(), true, "have the distribution point serve a revocation list"),
  },
  {
    alarm: 40006,
    holds: () => evidence(updates(), false, "have the distribution point answer"),
  },
];

function evidence({ automatic, failures = [] }: Updates, fetched: boolean, remedy: string) {
  const facts = failures
    .filter((failure) => failure.fetched === fetched)
    .map(({ point, reason }) => `${point}: ${reason}`);
  return automatic && facts.length > 0
    ? { facts, clearedBy: `${remedy}, then Update CRLs on Maintenance > Security certificates > CRL management` }
    : undefined;
}
