import { CONTACT_ALARMS } from "../faults/fault-alarms.ts";
import type { CauseKind } from "./cause.ts";
import { type LabFacts, listedBy, type PeerFacts } from "./lab-facts.ts";
import { showsOn } from "./words.ts";

const FIELD = "System > IP, LAN 1 IPv4 address";

/** Two peers for one address, of which one can be up. */
interface Clash {
  readonly address: string;
  /** Whose the address is. */
  readonly owner: PeerFacts;
  readonly intruder: PeerFacts;
  /** The owner gives the address up when it restarts. */
  readonly isLeft?: true;
}

/** Peers that have the address of another on LAN 1, or are to have it. */
export const sharedAddresses: CauseKind = {
  name: "shared-address",
  find: (facts) =>
    clashes(facts).map((clash) => {
      const { address, owner, intruder } = clash;
      const names = [owner, intruder].flatMap((peer) => [peer.name, ...listedBy(facts, peer.address)]);
      return {
        text: `LAN 1 of ${intruder.name} has ${address}, the address of ${owner.name}${consequence(clash)}`,
        mend: mendOf(clash),
        at: [intruder.name, owner.name],
        shows: showsOn(names, CONTACT_ALARMS),
      };
    }),
};

/** Nothing but another address brings it back. */
export const hasSharedAddress = (facts: LabFacts, name: string): boolean =>
  clashes(facts).some(({ owner, intruder }) => name === owner.name || name === intruder.name);

/** The address is that of the peer that was given it first, or else of the one that is up. */
function clashes({ peers }: LabFacts): readonly Clash[] {
  return peers.flatMap((one, place) =>
    peers.slice(place + 1).flatMap((other): Clash[] => {
      const address = one.lan1;
      if (isInWay(other, one)) return [{ address, owner: other, intruder: one, isLeft: true }];
      if (isInWay(one, other)) return [{ address: other.lan1, owner: one, intruder: other, isLeft: true }];
      if (address === "" || address !== other.lan1) return [];
      const isOthers = other.firstAddress === address || (one.firstAddress !== address && isUpAt(other, address));
      return [isOthers ? { address, owner: other, intruder: one } : { address, owner: one, intruder: other }];
    }),
  );
}

const isUpAt = ({ address, up }: PeerFacts, wanted: string): boolean => up !== undefined && address === wanted;

/** A peer is up at the address with which another could not start, and is to have another one itself. */
const isInWay = (peer: PeerFacts, other: PeerFacts): boolean =>
  other.absence?.reason === "noStart" && peer.lan1 !== other.lan1 && isUpAt(peer, other.lan1);

const isOff = ({ absence }: PeerFacts): boolean => absence !== undefined && absence.backIn === undefined;

function consequence({ owner, intruder }: Clash): string {
  const off = [intruder, owner].filter(isOff);
  if (off.length === 0) return ", and will not start there";
  return off
    .map(({ name, absence }) => `: ${name} ${absence?.reason === "noStart" ? "could not start" : "is off"}`)
    .join("");
}

/** A peer is corrected on its page while it is up, and so while the other is not. */
function mendOf({ owner, intruder, isLeft }: Clash): string {
  if (isLeft) return `Maintenance > Restart options, Restart, on ${owner.name}; then xtwin power ${intruder.name} on`;
  const correct = `${FIELD}, on ${intruder.name}`;
  if (!isOff(intruder)) return isOff(owner) ? `${correct}, and restart it; then xtwin power ${owner.name} on` : correct;
  const swap = [...(isOff(owner) ? [] : [`xtwin power ${owner.name} off`]), `xtwin power ${intruder.name} on`];
  return `${swap.join(", ")}, ${correct}, and restart it; then xtwin power ${owner.name} on`;
}
