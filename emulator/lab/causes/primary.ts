import type { AlarmId } from "../../model/alarms/index.ts";
import type { CauseKind } from "./cause.ts";
import { listers, type PeerFacts, type UpPeer } from "./lab-facts.ts";
import { clustersOf, splitBy } from "./split.ts";
import { and, namesOf, showsOn } from "./words.ts";

const FIELD = "System > Clustering, Configuration primary";
const ALARMS: readonly AlarmId[] = [20013, 20017];

/** The number, and the peer that it means: the same number beside another address is another primary. */
const meantBy = ({ up }: UpPeer, peers: readonly PeerFacts[]): string => {
  const { primary, primaryAddress } = up.settings;
  if (primaryAddress === undefined) return `${primary} (a blank field)`;
  return `${primary} (${peers.find(({ address }) => address === primaryAddress)?.name ?? primaryAddress})`;
};

/** Peers of one cluster that do not agree about their primary. */
export const primaries: CauseKind = {
  name: "configuration-primary",
  find: (facts) =>
    clustersOf(facts).flatMap((cluster) => {
      const numberOf = (peer: UpPeer): string => meantBy(peer, facts.peers);
      const { most, others } = splitBy(cluster, numberOf);
      if (others.length === 0) return [];
      const [first] = most;
      const shows = showsOn(namesOf(cluster), ALARMS);
      if (first)
        return others.map((peer) => ({
          text: `Configuration primary is ${numberOf(peer)} on ${peer.name}, and ${numberOf(first)} on ${and(namesOf(most))}`,
          mend: `${FIELD}: the same peer on ${and(namesOf(cluster))}, by the same number`,
          at: [peer.name],
          shows,
        }));
      const numbers = cluster.map((peer) => `${numberOf(peer)} on ${peer.name}`);
      return [
        {
          text: `Configuration primary is ${and(numbers)}`,
          mend: `${FIELD}: the same peer on ${and(namesOf(cluster))}, by the same number`,
          at: namesOf(cluster),
          shows,
        },
      ];
    }),
};

/** Peers whose primary is a field of the list in which there is nobody. */
export const blankPrimaries: CauseKind = {
  name: "blank-primary",
  find: (facts) =>
    listers(facts)
      .filter(({ up }) => up.settings.primaryAddress === undefined)
      .map(({ name, up }) => ({
        text: `Configuration primary of ${name} is ${up.settings.primary}, and Peer ${up.settings.primary} IP address is blank`,
        mend: `${FIELD}, on ${name}`,
        at: [name],
        shows: { [name]: [20003, ...ALARMS, 20016] },
      })),
};
