import type { PeerView } from "./peer-view.ts";

/** Running peers of one cluster and one version that are all Active to each other. */
export interface Group {
  readonly members: readonly PeerView[];
  /** Tells this group from another: whoever restarts makes a new one. */
  readonly name: string;
  /** Every member has the same word for each address of the list, its own apart. */
  readonly agrees: boolean;
}

/**
 * The groups of two and more at this moment. Peers of which one takes the other for Active and not the reverse, or of which
 * not all are Active to all, are between two states and in no group.
 */
export function groupsOf(views: readonly PeerView[], lifeOf: (view: PeerView) => number): Group[] {
  const left = new Set(views.filter((view) => view.clustered));
  const groups: Group[] = [];
  for (const first of left) {
    const members = [first];
    left.delete(first);
    for (const member of members) {
      for (const other of left) {
        if (!isSeen(member, other) && !isSeen(other, member)) continue;
        members.push(other);
        left.delete(other);
      }
    }
    if (members.length < 2 || !isClique(members)) continue;
    members.sort((a, b) => a.index - b.index);
    const name = members.map((member) => `${member.index}.${lifeOf(member)}`).join();
    groups.push({ members, name, agrees: haveTheSameWords(members) });
  }
  return groups;
}

const setOf = (view: PeerView): string => view.list.toSorted().join();

/** One of the same cluster and version takes another for Active. */
const isSeen = (by: PeerView, other: PeerView): boolean =>
  by.words.get(other.address) === "Active" && by.version === other.version && setOf(by) === setOf(other);

const isClique = (members: readonly PeerView[]): boolean =>
  members.every((one) => members.every((other) => one === other || isSeen(one, other)));

function haveTheSameWords([first, ...others]: readonly PeerView[]): boolean {
  return (first?.list ?? []).every((address) =>
    others.every((other) => other.words.get(address) === first?.words.get(address)),
  );
}
