import type { AlarmId } from "../../model/alarms/index.ts";
import { CONTACT_ALARMS } from "../faults/fault-alarms.ts";
import type { Cause, CauseKind } from "./cause.ts";
import { type LabFacts, listedBy, listers, type PeerFacts, type UpPeer } from "./lab-facts.ts";
import { clustersOf, splitBy } from "./split.ts";
import { and, namesOf, showsOn } from "./words.ts";

const PAGE = "System > Clustering";
const ALARMS: readonly AlarmId[] = [...CONTACT_ALARMS, 20012];

/** A list that differs is a matter of every peer: nobody copies, and who is not listed here may be listed there. */
const SEEN_BY_ALL: readonly AlarmId[] = [20006, 20012, 20013, 20017];

type Found = Omit<Cause, "kind">;

const found = (
  text: string,
  { at, where = at.join(), field = "the list of peers" }: { at: readonly string[]; where?: string; field?: string },
  shows: Cause["shows"],
): Found => ({ text, mend: `${PAGE}, ${field}, on ${where}`, at, shows });

/** Lists that are wrong by themselves. */
export const faultyLists: CauseKind = {
  name: "list",
  find: (facts) => listers(facts).flatMap((peer) => [...mistakesIn(peer, facts), ...strangersIn(peer, facts)]),
};

function mistakesIn({ name, address, up: { settings } }: UpPeer, facts: LabFacts): Found[] {
  const { fields, peers, unusable } = settings;
  const own = { at: [name] };
  const mistakes: Found[] = [];
  const gap = fields.slice(0, fields.findLastIndex(Boolean)).indexOf("");
  if (gap >= 0)
    mistakes.push(
      found(`Peer ${gap + 1} IP address of ${name} is blank, and a later one is not`, own, { [name]: [20003, 20012] }),
    );
  const twice = peers.find((each, place) => peers.indexOf(each) !== place);
  if (twice !== undefined)
    mistakes.push(found(`${twice} is in the list of ${name} twice`, own, { [name]: [20003, 20012] }));
  if (!peers.includes(address)) {
    const shows = {
      ...seenByAll(facts),
      ...showsOn(listedBy(facts, address), [20004, 20016, ...SEEN_BY_ALL]),
      [name]: [20004, 20015, 20016, ...SEEN_BY_ALL] as const,
    };
    mistakes.push(found(`the list of ${name} lacks its own address ${address}`, own, shows));
  }
  for (const [each, reason] of unusable)
    mistakes.push(found(`${each} in the list of ${name} is ${reason}`, own, { [name]: [20005, ...ALARMS] }));
  return mistakes;
}

/**
 * Addresses that no peer has. Where a part of the lab runs elsewhere, they may be those of others. It shows on those that list
 * the peer in vain, too: one of them may have been meant.
 */
function strangersIn({ name, address: own, up: { settings } }: UpPeer, facts: LabFacts): Found[] {
  const { peers, whole } = facts;
  if (!whole) return [];
  const unanswered = listers(facts)
    .filter(({ up, address }) => up.settings.peers.includes(own) && !settings.peers.includes(address))
    .map((lister) => lister.name);
  const strange = settings.peers.filter((address) => !settings.unusable.has(address) && !isOfPeer(address, peers));
  return strange.map((address) => {
    const number = settings.fields.indexOf(address) + 1;
    const moved = peers.find(({ firstAddress }) => firstAddress === address);
    const nobody = moved
      ? `the former address of ${moved.name}, which has ${moved.address} now`
      : "the address of no peer";
    const field = `Peer ${number} IP address`;
    const shows = {
      ...showsOn(namesOf(listers(facts)), [20004, ...SEEN_BY_ALL]),
      ...showsOn(unanswered, [...SEEN_BY_ALL, ...ALARMS]),
      [name]: [...SEEN_BY_ALL, ...ALARMS],
    };
    return found(`${address}, ${field} of ${name}, is ${nobody}`, { at: [name], field }, shows);
  });
}

/** Every peer complains of a list that is not its own. */
const seenByAll = (facts: LabFacts): Cause["shows"] => showsOn(namesOf(listers(facts)), SEEN_BY_ALL);

const isOfPeer = (address: string, peers: readonly PeerFacts[]): boolean =>
  peers.some((peer) => peer.address === address);

/** Peers that list one that does not list them. */
export const oneSidedLists: CauseKind = {
  name: "one-sided-list",
  find: (facts) =>
    listers(facts).flatMap((lister) =>
      facts.peers.flatMap((other) => {
        const { up } = other;
        if (other.name === lister.name || !up || !lister.up.settings.peers.includes(other.address)) return [];
        if (up.settings.peers.includes(lister.address)) return [];
        const shows = { ...seenByAll(facts), ...showsOn([lister.name, other.name], ALARMS) };
        const text =
          up.settings.peers.length === 0
            ? `${lister.name} lists ${other.name}, which has no list of peers`
            : `the list of ${other.name} lacks ${lister.address}, the address of ${lister.name}, which lists it`;
        const where = `${other.name}: enter ${lister.address}; or on ${lister.name}: take ${other.address} out`;
        return [found(text, { at: [lister.name, other.name], where }, shows)];
      }),
    ),
};

/**
 * Lists that have the addresses of others in another order, or others. Where most peers agree, the primary among them, it is
 * said who does not; else nobody can say who is wrong.
 */
export const differentLists: CauseKind = {
  name: "different-lists",
  find: (facts) =>
    clustersOf(facts).flatMap((cluster) => {
      const { most, others } = splitBy(cluster, ({ up }) => up.settings.peers.join());
      const shows = showsOn(namesOf(cluster), SEEN_BY_ALL);
      const primary = most.find(({ address, up }) => up.settings.primaryAddress === address);
      if (others.length === 0) return [];
      if (primary)
        return others.map((peer) =>
          found(
            unlike(peer, primary, cluster),
            { at: [peer.name], where: `${peer.name}: as on ${primary.name}` },
            shows,
          ),
        );
      const lists = cluster.map(({ name, up }) => `${up.settings.peers.join(", ")} on ${name}`);
      const where = `${and(namesOf(cluster))}: the same, in one order`;
      return [found(`the list of peers is ${and(lists)}`, { at: namesOf(cluster), where }, shows)];
    }),
};

function unlike({ name, up }: UpPeer, primary: UpPeer, cluster: readonly UpPeer[]): string {
  const [own, wanted] = [up.settings.peers, primary.up.settings.peers];
  const followers = cluster.filter((peer) => peer.up.settings.primaryAddress === primary.address);
  // A peer that was primary once may still take itself for it.
  const whose =
    up.settings.primaryAddress === primary.address
      ? `its primary ${primary.name}`
      : `${primary.name}, which is the primary for ${and(namesOf(followers))},`;
  return [...own].toSorted().join() === [...wanted].toSorted().join()
    ? `the list of ${name} has another order than that of ${whose.replace(/,$/, "")}`
    : `the list of ${name} is ${own.join(", ")}, that of ${whose} ${wanted.join(", ")}`;
}
