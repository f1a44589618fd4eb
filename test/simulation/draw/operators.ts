import type { Story } from "../story/story.ts";
import { Dice } from "./dice.ts";
import { drawConditionEdit, drawOrdinaryEdit } from "./edits.ts";
import { drawFault } from "./faults.ts";
import { Plan } from "./plan.ts";
import { drawProcedure } from "./procedures.ts";

const BEGINS = 20;
const TROUBLE = 8 * 60;
const PIPE = 1500;

/**
 * One to six peers, eight minutes of faults, calls, edits and procedures of the guide, done whole or abandoned; then everything
 * is mended as an operator would.
 */
export function drawOperators(seed: number): Story {
  const dice = new Dice(`operators ${seed}`);
  const peers = dice.between(1, 6);
  const formed = dice.chance(0.7);
  const plan = new Plan({ peers, formed }, BEGINS);
  const setup = {
    seed,
    peers,
    formed,
    licenses: 3,
    // A peer that is switched on does not know the time.
    clockErrors: plan.peers.map(() => (dice.below(3) === 0 ? dice.between(-60, 59) : 0)),
    ...(formed && { pipe: PIPE }),
    callers: dice.below(2 ** 32),
    // Stories are short; what counts is that a peer is away, and comes back as something else.
    quickUpkeep: true,
  } as const;
  while (plan.now < TROUBLE) {
    const what = dice.fraction();
    if (what < 0.4) plan.add({ do: "fault", rule: drawFault(dice, peers) });
    else if (what < 0.55) plan.add({ do: "set", peer: dice.pick(plan.peers), items: drawOrdinaryEdit(dice) });
    else if (what < 0.68) planConditionEdit(plan, dice);
    else if (what < 0.75) planCalls(plan, dice);
    else follow(plan, dice);
    plan.now += dice.between(5, 44);
  }
  return {
    about: `story ${seed}: ${peers} peers, ${formed ? "a formed cluster" : "stand-alone"}`,
    setup,
    steps: plan.inOrder,
    ends: Math.max(plan.now, ...plan.steps.map(({ at }) => at)),
    ending: "mending",
  };
}

/** An edit that stops the copy, or splits the cluster, and may be undone a little later. */
function planConditionEdit(plan: Plan, dice: Dice): void {
  const peer = dice.pick(plan.peers);
  const items = drawConditionEdit(dice, peer, plan.peers.length);
  plan.add({ do: "set", peer, items });
  if (dice.chance(0.6)) plan.add({ do: "put back", peer, items: Object.keys(items) }, dice.between(1, 240));
}

/** Calls on several peers in one instant, up to the pool and beyond, or up to the pipe. */
function planCalls(plan: Plan, dice: Dice): void {
  plan.add({
    do: "calls",
    peers: dice.shuffled(plan.peers).slice(0, dice.between(1, plan.peers.length)),
    each: dice.between(1, 9),
    kbps: dice.pick([64, 64, 256, 768]),
    seconds: dice.between(20, 300),
    media: dice.pick(["video", "audio"]),
  });
}

/** Does a procedure, or leaves off in the middle of it. */
function follow(plan: Plan, dice: Dice): void {
  const procedure = drawProcedure(plan, dice);
  const done = dice.chance(0.6) ? procedure.length : dice.below(procedure.length);
  for (const { step, after = 0, afterwards } of procedure.slice(0, done)) {
    plan.now += after;
    plan.add(step);
    afterwards?.(plan);
    plan.now += dice.below(20);
  }
}
