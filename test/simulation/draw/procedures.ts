import type { Step } from "../story/story.ts";
import { clusteringItems, leavingItems, listItems } from "./clustering-items.ts";
import type { Dice } from "./dice.ts";
import type { Plan } from "./plan.ts";

/** One step of a procedure. */
export interface ProcedureStep {
  readonly step: Step;
  /** How many seconds the operator waits before. */
  readonly after?: number;
  /** What the operator believes afterwards. */
  readonly afterwards?: (plan: Plan) => void;
}

/** A procedure of the guide as its steps, or a mistake that somebody could make. It may be abandoned after any of them. */
export type Procedure = readonly ProcedureStep[];

const LAN_1_ADDRESS = "Ethernet 1 IP V4 Address";

/** A second address for each peer, and the way back. */
const movedAddress = (address: string): string =>
  address.startsWith("10.0.0.") ? address.replace("10.0.0.", "10.0.1.") : address.replace("10.0.1.", "10.0.0.");

/** Longer than a restart takes, and than an image takes to install in a story. */
const RESTARTED = 190;
const INSTALLED = 60;

/** What procedures are made of. */
interface Hand {
  readonly plan: Plan;
  readonly dice: Dice;
  /** The peer that it is about, and who is in its list. */
  readonly one: number;
  readonly members: readonly number[];
  readonly save: (peer: number, peers: readonly number[], primary: number) => ProcedureStep;
  readonly leave: (peer: number) => ProcedureStep[];
}

const restart = (peer: number): ProcedureStep => ({ step: { do: "restart", peer } });

const upkeep = (peer: number, what: Extract<Step, { do: "upkeep" }>["what"], more: Partial<ProcedureStep> = {}) => ({
  step: { do: "upkeep", peer, what } as const,
  ...more,
});

/** Draws a procedure that makes sense as things are believed to be. */
export function drawProcedure(plan: Plan, dice: Dice): Procedure {
  const one = dice.pick(plan.peers);
  const members = plan.membersOf(one);
  const hand: Hand = {
    plan,
    dice,
    one,
    members,
    save: (peer, peers, primary) => {
      const list = peers.map((member) => plan.addressOf(member));
      return {
        step: { do: "set", peer, items: clusteringItems(list, primary) },
        afterwards: () => (plan.lists[peer - 1] = list),
      };
    },
    leave: (peer) => [
      { step: { do: "set", peer, items: leavingItems(peer) }, afterwards: () => (plan.lists[peer - 1] = []) },
      restart(peer),
    ],
  };
  if (members.length === 0) return dice.pick(ofStandAlonePeers)(hand);
  const outside = plan.peers.filter((peer) => !members.includes(peer));
  return dice.pick(outside.length > 0 && members.length < 6 ? [...ofMembers, addPeer] : ofMembers)(hand);
}

const factoryReset = ({ one, dice }: Hand): Procedure => [
  {
    step: { do: "upkeep", peer: one, what: "factory reset", keeps: dice.chance(0.5) },
    afterwards: (plan) => (plan.lists[one - 1] = []),
  },
];

const ofStandAlonePeers: readonly ((hand: Hand) => Procedure)[] = [
  // Create a cluster (G3).
  ({ one, save }) => [save(one, [one], 1), restart(one)],
  // Back up and restore (G3.2).
  ({ one }) => [upkeep(one, "back up"), upkeep(one, "restore")],
  // Reset (G7.3).
  factoryReset,
];

/** Adds a peer (G4). */
const addPeer = ({ plan, dice, members, save }: Hand): Procedure => {
  const added = dice.pick(plan.peers.filter((peer) => !members.includes(peer)));
  const all = [...members, added];
  return [
    ...members.map((peer) => save(peer, all, 1)),
    { step: { do: "command", peer: added, command: "DefaultValuesSet", with: { Level: "2" }, givesUp: true } },
    { step: { do: "command", peer: added, command: "DefaultLinksAdd" } },
    save(added, all, 1),
    restart(added),
  ];
};

const ofMembers: readonly ((hand: Hand) => Procedure)[] = [
  // Disband (G8).
  ({ members, leave }) => members.toReversed().flatMap(leave),
  // Change the primary (G9).
  ({ members, dice }) => {
    const place = dice.between(1, members.length);
    const first = members[place - 1] ?? 1;
    return [first, ...members.filter((peer) => peer !== first)].map((peer) => primaryNumber(peer, place));
  },
  // Remove a live peer (G6).
  ({ members, dice, leave, save }) => {
    const gone = dice.pick(members);
    const rest = members.filter((peer) => peer !== gone);
    return [...leave(gone), ...rest.map((peer) => save(peer, rest, 1))];
  },
  // Remove a dead peer (G7), which may come back with the list that it had.
  ({ members, dice, save }) => {
    const gone = dice.pick(members);
    const rest = members.filter((peer) => peer !== gone);
    const isOff = dice.chance(0.5);
    return [
      ...(isOff ? [{ step: { do: "power", peer: gone, on: false } } as const] : []),
      ...rest.map((peer) => save(peer, rest, 1)),
      ...(isOff ? [{ step: { do: "power", peer: gone, on: true }, after: dice.below(90) } as const] : []),
    ];
  },
  changeAddress,
  // An address changed within the cluster.
  ({ plan, one }) => [move(plan, one), restart(one)],
  // Upgrade the peers one by one (G2.1).
  ({ members }) =>
    members.flatMap((peer) => [upkeep(peer, "install an image"), upkeep(peer, "reboot", { after: INSTALLED })]),
  // Back up, remove and restore (G12.10).
  ({ one, leave }) => [upkeep(one, "back up"), ...leave(one), upkeep(one, "restore", { after: RESTARTED })],
  factoryReset,
  // A forced update.
  ({ one }) => [{ step: { do: "command", peer: one, command: "ForceConfigUpdate", givesUp: true } }],
  // An edit of the list alone.
  ({ one, dice }) => [
    { step: { do: "set", peer: one, items: { [`Alternates Peer ${dice.between(1, 6)} Address`]: "" } } },
  ],
  // The same list in another order, on some of the peers.
  ({ plan, dice, members }) =>
    dice
      .shuffled(members)
      .slice(0, dice.between(1, members.length))
      .map((peer) => {
        const list = dice.shuffled(members).map((member) => plan.addressOf(member));
        return { step: { do: "set", peer, items: listItems(list) }, afterwards: () => (plan.lists[peer - 1] = list) };
      }),
  // A number of the primary on one peer alone, which may point at nothing.
  ({ one, dice }) => [primaryNumber(one, dice.between(1, 6))],
];

const primaryNumber = (peer: number, place: number): ProcedureStep => ({
  step: { do: "set", peer, items: { "Alternates ConfigurationPrimary": String(place) } },
});

function move(plan: Plan, peer: number): ProcedureStep {
  const moved = movedAddress(plan.addressOf(peer));
  return {
    step: { do: "set", peer, items: { [LAN_1_ADDRESS]: moved } },
    afterwards: () => (plan.addresses[peer - 1] = moved),
  };
}

/** G10. */
function changeAddress({ plan, one, members, leave, save }: Hand): Procedure {
  const moved = movedAddress(plan.addressOf(one));
  const rest = members.filter((peer) => peer !== one);
  const then = members.map((peer) => (peer === one ? moved : plan.addressOf(peer)));
  const saveMoved = (peer: number): ProcedureStep => ({
    step: { do: "set", peer, items: clusteringItems(then, 1) },
    afterwards: () => (plan.lists[peer - 1] = then),
  });
  return [
    ...leave(one),
    ...rest.map((peer) => save(peer, rest, 1)),
    { ...move(plan, one), after: RESTARTED },
    restart(one),
    ...rest.map(saveMoved),
    { ...saveMoved(one), after: RESTARTED },
    restart(one),
  ];
}
