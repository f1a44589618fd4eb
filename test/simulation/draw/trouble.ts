import type { Step, Story } from "../story/story.ts";
import { Dice } from "./dice.ts";
import { Plan } from "./plan.ts";

const BEGINS = 20;
const TROUBLE = 10 * 60;

/**
 * 3 to 6 peers in a formed cluster, ten minutes of loss, delay, partitions, restarts, crashes and edits on the primary and
 * elsewhere; then quiet, after which all has healed by itself.
 */
export function drawTrouble(seed: number): Story {
  const dice = new Dice(`trouble ${seed}`);
  const peers = dice.between(3, 6);
  const plan = new Plan({ peers, formed: true }, BEGINS);
  while (plan.now < TROUBLE) {
    plan.add(dice.pick(troubles)(dice, peers));
    plan.now += dice.between(5, 60);
  }
  const setup = { seed, peers, formed: true };
  return { about: `trouble ${seed}: ${peers} peers`, setup, steps: plan.steps, ends: plan.now, ending: "quiet" };
}

/** Cluster-wide items that have nothing to do with clustering. */
const EDITED = [
  "Bandwidth Default",
  "SIP Session Refresh Value",
  "H323 Gatekeeper TimeToLive",
  "SIP Registration Outbound Refresh Minimum",
] as const;

const edit = (dice: Dice, peer: number): Step => ({
  do: "set",
  peer,
  items: { [dice.pick(EDITED)]: String(dice.between(100, 1099)) },
});

const some = (dice: Dice, peers: number): string => `p${dice.between(1, peers)}`;

const troubles: readonly ((dice: Dice, peers: number) => Step)[] = [
  (dice) => edit(dice, 1),
  (dice, peers) => edit(dice, dice.between(1, peers)),
  (dice) => ({
    do: "command",
    peer: 1,
    command: "ZoneAdd",
    with: { ZoneName: `Z${dice.below(1e6)}`, Type: "Neighbor" },
  }),
  () => ({ do: "delete the last zone", peer: 1 }),
  (dice) => ({ do: "fault", rule: { kind: "loss", share: dice.fraction() * 0.3, seed: dice.below(2 ** 32) } }),
  (dice) => ({
    do: "fault",
    rule: { kind: "delay", delay: `${dice.below(200)}ms`, jitter: "100ms", seed: dice.below(2 ** 32) },
  }),
  (dice, peers) => {
    const [peer, other] = [some(dice, peers), some(dice, peers)];
    return {
      do: "fault",
      rule: peer === other ? { kind: "cut", peer } : { kind: "cut", peer, other, direction: "out" },
    };
  },
  (dice, peers) => ({ do: "fault", rule: { kind: "cut", peer: some(dice, peers) } }),
  () => ({ do: "end faults" }),
  // Most writes are of the Event Log; those of a copy come many at a time.
  (dice, peers) => ({
    do: "fault",
    rule: { kind: "crash", peer: some(dice, peers), write: dice.between(1, 40), comesBack: true },
  }),
  (dice, peers) => ({ do: "restart", peer: dice.between(1, peers) }),
];
