import type { AlarmId } from "../../model/alarms/index.ts";
import type { CauseKind } from "./cause.ts";
import { listedBy, listers } from "./lab-facts.ts";
import { clustersOf, splitBy } from "./split.ts";
import { and, namesOf, showsOn } from "./words.ts";

const FIELD = "System > Clustering, Cluster name";
const ALARMS: readonly AlarmId[] = [20004, 20006, 20012, 20016];

/** Peers that have a list of peers and no name of their cluster. */
export const blankNames: CauseKind = {
  name: "blank-cluster-name",
  find: (facts) =>
    listers(facts)
      .filter(({ up }) => up.settings.name === "")
      .map(({ name, address }) => ({
        text: `the cluster name of ${name} is blank`,
        mend: `${FIELD}, on ${name}`,
        at: [name],
        shows: { ...showsOn(listedBy(facts, address), ALARMS), [name]: [20019, ...ALARMS] },
      })),
};

/** Peers of one cluster that have different names for it. */
export const differentNames: CauseKind = {
  name: "cluster-name",
  find: (facts) =>
    clustersOf(facts).flatMap((cluster) => {
      const named = cluster.filter(({ up }) => up.settings.name !== "");
      const { most, others } = splitBy(named, ({ up }) => up.settings.name.toLowerCase());
      if (others.length === 0) return [];
      const [first] = most;
      if (first)
        return others.map(({ name, address, up }) => ({
          text: `the cluster name of ${name} is "${up.settings.name}", that of ${and(namesOf(most))} "${first.up.settings.name}"`,
          mend: `${FIELD}, on ${name}`,
          at: [name],
          shows: showsOn([name, ...listedBy(facts, address), ...namesOf(most)], ALARMS),
        }));
      return [
        {
          text: `the cluster name is ${and(others.map(({ name, up }) => `"${up.settings.name}" on ${name}`))}`,
          mend: `${FIELD}: the same on ${and(namesOf(others))}`,
          at: namesOf(others),
          shows: showsOn(namesOf(others), ALARMS),
        },
      ];
    }),
};
