import { CONTACT_ALARMS } from "../faults/fault-alarms.ts";
import type { CauseKind } from "./cause.ts";
import { listedBy, type UpPeer } from "./lab-facts.ts";
import { clustersOf, splitBy } from "./split.ts";
import { and, namesOf, showsOn } from "./words.ts";

const FIELD = "System > Clustering, Cluster pre-shared key";

/** Peers of one cluster that have different pre-shared keys. */
export const keys: CauseKind = {
  name: "pre-shared-key",
  find: (facts) =>
    clustersOf(facts).flatMap((cluster) => {
      const { most, others } = splitBy(cluster, ({ up }) => up.settings.preSharedKey);
      if (others.length === 0) return [];
      if (most.length > 0)
        return others.map((peer) => ({
          text: differs(peer, most),
          mend: `${FIELD}, on ${peer.name}`,
          at: [peer.name],
          shows: showsOn([peer.name, ...listedBy(facts, peer.address)], CONTACT_ALARMS),
        }));
      const names = namesOf(others);
      return [
        {
          text: `${and(names)} have different cluster pre-shared keys`,
          mend: `${FIELD}: the same on ${and(names)}`,
          at: names,
          shows: showsOn(names, CONTACT_ALARMS),
        },
      ];
    }),
};

function differs({ name, up }: UpPeer, most: readonly UpPeer[]): string {
  const rest = and(namesOf(most));
  return up.settings.preSharedKey === ""
    ? `${name} has no cluster pre-shared key, and ${rest} ${most.length === 1 ? "has" : "have"} one`
    : `the cluster pre-shared key of ${name} differs from that of ${rest}`;
}
