import type { CauseKind } from "./cause.ts";
import { beforeNextCopy, byNextCopy } from "./copies.ts";
import { type LabFacts, listedBy, listers, type UpPeer, upPeers } from "./lab-facts.ts";
import { clustersOf, splitBy } from "./split.ts";
import { and, namesOf, showsOn } from "./words.ts";

/** Peers of a cluster on which H.323 is off. It is cluster-wide: where the primary has it off, all others follow. */
export const h323: CauseKind = {
  name: "h323-mode",
  find: (facts) =>
    clustersOf(facts).flatMap((cluster) => {
      const off = cluster.filter(({ up }) => !up.h323On);
      if (off.length === 0) return [];
      const listing = off.flatMap(({ address }) => listedBy(facts, address));
      return [
        {
          text: `H.323 mode is Off on ${and(namesOf(off))}`,
          mend: turnOn(facts, off, cluster),
          at: namesOf(off),
          shows: { ...showsOn(listing, []), ...showsOn(namesOf(off), [20018]) },
        },
      ];
    }),
};

/** On the primary it is turned on by hand; the others have it from there, unless something stops the copy. */
function turnOn(facts: LabFacts, off: readonly UpPeer[], cluster: readonly UpPeer[]): string {
  const isPrimary = ({ address, up }: UpPeer): boolean => up.settings.primaryAddress === address;
  const primaryOf = ({ up }: UpPeer): UpPeer | undefined =>
    cluster.find(({ address }) => address === up.settings.primaryAddress);
  const subordinates = off.filter((peer) => !isPrimary(peer));
  const primary = off.find(isPrimary);
  if (!primary) return subordinates.map((peer) => byNextCopy(facts, peer, primaryOf(peer))).join("; ");
  const first = subordinates.flatMap((peer) => beforeNextCopy(peer, primaryOf(peer)) ?? []);
  const next = first.length === 0 ? "the next copy brings it to the others" : `then ${first.join("; ")}`;
  return `Configuration > Protocols > H.323, H.323 mode, on ${primary.name}; ${next}`;
}

/** Peers of a cluster that are behind a NAT. */
export const staticNat: CauseKind = {
  name: "static-nat",
  find: (facts) =>
    listers(facts)
      .filter(({ up }) => up.staticNat)
      .map(({ name, address }) => ({
        text: `static NAT is On for LAN 1 of ${name}, which neither takes a copy nor gives one`,
        mend: `System > IP, LAN 1, IPv4 static NAT mode, on ${name}`,
        at: [name],
        shows: { ...showsOn(listedBy(facts, address), [20006, 20016]), [name]: [20006, 20015, 20016] },
      })),
};

/** Peers of one cluster that run different versions. */
export const versions: CauseKind = {
  name: "software-version",
  find: (facts) =>
    clustersOf(facts).flatMap((cluster) => {
      const { most, others } = splitBy(cluster, ({ up }) => up.softwareVersion);
      if (others.length === 0) return [];
      const running = [...most, ...others].map(({ name, up }) => `${name} runs ${up.softwareVersion}`);
      const mend = `Maintenance > Upgrade: the same version on ${and(namesOf(cluster))}`;
      return [{ text: and(running), mend, at: namesOf(cluster), shows: showsOn(namesOf(cluster), [20008]) }];
    }),
};

/** Peers of the lab that have the same system name. */
export const systemNames: CauseKind = {
  name: "system-name",
  find: (facts) => {
    const peers = upPeers(facts);
    const names = new Set(peers.map(({ up }) => up.systemName).filter(Boolean));
    return [...names].flatMap((systemName) => {
      const owners = namesOf(peers.filter(({ up }) => up.systemName === systemName));
      if (owners.length < 2) return [];
      const text = `${and(owners)} have the same system name "${systemName}"`;
      return [
        { text, mend: "System > Administration, System name, on one of them", at: owners, shows: showsOn(owners, []) },
      ];
    });
  },
};
