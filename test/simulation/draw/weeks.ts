import type { Story } from "../story/story.ts";
import { Dice } from "./dice.ts";
import { drawConditionEdit } from "./edits.ts";
import { drawLongFault } from "./faults.ts";
import { Plan } from "./plan.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const BEGINS = 5 * MINUTE;
const EVENTS = 7;
/** Two weeks from the last loss, and some days. */
const LONGEST_AWAY = 20 * DAY;
/** Licenses of so many that two peers have more than one of them carries. */
const MANY = 80;
/** No pipe that licenses do not run out before. */
const PIPE = 100_000;

/**
 * 2 to 5 peers for some weeks in which little happens: power is off for hours to 20 days, in any order and on two at a time, so
 * that a survivor may itself be off at a loss; a service is cut for minutes to days; keys come and go; calls come in bursts.
 */
export function drawWeeks(seed: number): Story {
  const dice = new Dice(`weeks ${seed}`);
  const peers = dice.between(2, 5);
  const plan = new Plan({ peers, formed: true }, BEGINS);
  const licenses = dice.pick([3, 3, 10, 10, MANY]);
  /** Until when each peer is off. */
  const off = new Map<number, number>();
  for (let event = 0; event < EVENTS; event++) {
    const what = dice.fraction();
    if (what < 0.45) planAbsence(plan, dice, off);
    else if (what < 0.65)
      plan.add({
        do: "fault",
        rule: drawLongFault(dice, peers, `${dice.pick([5 * MINUTE, HOUR, 6 * HOUR, 2 * DAY])}s`),
      });
    else if (what < 0.8) planEdit(plan, dice);
    else planCalls(plan, dice, licenses);
    plan.now += dice.chance(0.5) ? dice.between(10, 30 * MINUTE) : dice.between(HOUR, 4 * DAY);
  }
  const ends = Math.max(plan.now, ...plan.steps.map(({ at }) => at)) + 10 * MINUTE;
  const setup = { seed, peers, formed: true, licenses, pipe: PIPE };
  return { about: `weeks ${seed}: ${peers} peers`, setup, steps: plan.inOrder, ends, ending: "mending" };
}

/** One peer is off for a while, as long as another one is left. */
function planAbsence(plan: Plan, dice: Dice, off: Map<number, number>): void {
  const up = plan.peers.filter((peer) => (off.get(peer) ?? 0) < plan.now);
  if (up.length < 2) return;
  const peer = dice.pick(up);
  const away = dice.pick([
    dice.between(MINUTE, HOUR),
    dice.between(HOUR, DAY),
    dice.between(13 * DAY, 15 * DAY),
    dice.between(DAY, LONGEST_AWAY),
  ]);
  plan.add({ do: "power", peer, on: false });
  plan.add({ do: "power", peer, on: true }, away);
  off.set(peer, plan.now + away);
}

function planEdit(plan: Plan, dice: Dice): void {
  const peer = dice.pick(plan.peers);
  const items = drawConditionEdit(dice, peer, plan.peers.length);
  plan.add({ do: "set", peer, items });
  if (dice.chance(0.8)) plan.add({ do: "put back", peer, items: Object.keys(items) }, dice.between(10, DAY));
}

/** A burst up to the pool and beyond; where there are licenses enough, on one peer and beyond what it carries. */
function planCalls(plan: Plan, dice: Dice, licenses: number): void {
  const many = licenses === MANY;
  plan.add({
    do: "calls",
    peers: dice.shuffled(plan.peers).slice(0, many ? 1 : dice.between(1, plan.peers.length)),
    each: many ? dice.between(145, 165) : dice.between(1, 12),
    kbps: 64,
    seconds: dice.between(5 * MINUTE, 5 * HOUR),
    media: many ? "video" : dice.pick(["video", "audio"]),
  });
}
