import type { AlarmId } from "../../model/alarms/index.ts";
import { CONTACT_ALARMS } from "../faults/fault-alarms.ts";
import type { Cause, CauseKind } from "./cause.ts";
import { type LabFacts, listedBy, listers, type PeerFacts, type UpPeer } from "./lab-facts.ts";
import { clustersOf, splitBy } from "./split.ts";
import { namesOf, showsOn } from "./words.ts";

const PAGE = "System > Clustering";
const ALARMS: readonly AlarmId[] = [...CONTACT_ALARMS, 20012];

type Found = Omit<Cause, "kind">;

const found = (text: string, where: string, shows: Cause["shows"], field = "the list of peers"): Found => ({
  text,
  mend: `${PAGE}, ${field}, on ${where}`,
  shows,
});

/** Lists that are wrong by themselves. */
export const faultyLists: CauseKind = {
  name: "list",
  find: (facts) => listers(facts).flatMap((peer) => [...mistakesIn(peer, facts), ...strangersIn(peer, facts)]),
};

function mistakesIn({ name, address, up: { settings } }: UpPeer, facts: LabFacts): Found[] {
  const { fields, peers, unusable } = settings;
  const mistakes: Found[] = [];
  const gap = fields.slice(0, fields.findLastIndex(Boolean)).indexOf("");
  if (gap >= 0)
    mistakes.push(
      found(`Peer ${gap + 1} IP address of ${name} is blank, and a later one is not`, name, { [name]: [20003, 20012] }),
    );
  const twice = peers.find((each, place) => peers.indexOf(each) !== place);
  if (twice !== undefined)
    mistakes.push(found(`${twice} is in the list of ${name} twice`, name, { [name]: [20003, 20012] }));
  if (!peers.includes(address)) {
    const shows = { ...showsOn(listedBy(facts, address), ALARMS), [name]: [20015, ...ALARMS] as const };
    mistakes.push(found(`the list of ${name} lacks its own address ${address}`, name, shows));
  }
  for (const [each, reason] of unusable)
    mistakes.push(found(`${each} in the list of ${name} is ${reason}`, name, { [name]: [20005, ...ALARMS] }));
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
    const shows = { ...seenByAll(facts), ...showsOn(unanswered, ALARMS), [name]: ALARMS };
    return found(`${address}, ${field} of ${name}, is ${nobody}`, name, shows, field);
  });
}

const nameAt = (address: string, peers: readonly PeerFacts[]): readonly string[] =>
  peers.filter((peer) => peer.address === address).map(({ name }) => name);

/** Every peer complains of a list that is not its own. */
const seenByAll = (facts: LabFacts): Cause["shows"] => showsOn(namesOf(listers(facts)), [20012]);

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
        return [found(text, where, shows)];
      }),
    ),
};

/** Subordinates whose lists have the addresses of their primary's in another order, or others. All that see it complain. */
export const listsUnlikeThePrimarys: CauseKind = {
  name: "list-unlike-primary",
  find: (facts) =>
    listers(facts).flatMap((peer) => {
      const { name, address, up } = peer;
      const model = modelFor(peer, facts);
      const [own, wanted] = [up.settings.peers, model?.up.settings.peers ?? []];
      if (!model || own.join() === wanted.join()) return [];
      const isSameSet = [...own].toSorted().join() === [...wanted].toSorted().join();
      const whose = model.address === up.settings.primaryAddress ? `its primary ${model.name}` : model.name;
      const text = isSameSet
        ? `the list of ${name} has another order than that of ${whose}`
        : `the list of ${name} is ${own.join(", ")}, that of ${whose} ${wanted.join(", ")}`;
      const seenBy = [name, ...listedBy(facts, address), ...own.flatMap((each) => nameAt(each, facts.peers))];
      return [found(text, `${name}: as on ${model.name}`, showsOn(seenBy, [20012, 20013, 20017]))];
    }),
};

/** Whose list a peer should have: its primary's; of one that takes itself for the primary, the list that most of its cluster have. */
function modelFor(peer: UpPeer, facts: LabFacts): UpPeer | undefined {
  const primary = listers(facts).find((other) => other.address === peer.up.settings.primaryAddress);
  if (primary && primary.address !== peer.address) return primary;
  const cluster = clustersOf(facts).find((members) => members.some(({ name }) => name === peer.name)) ?? [];
  return splitBy(cluster, ({ up }) => up.settings.peers.join()).most[0];
}
