import type { FaultRule } from "../../../emulator/lab/faults/rule-members.ts";
import { configurationItems } from "../../../emulator/model/configuration/index.ts";
import type { ConfigurationItem } from "../../../emulator/model/types.ts";
import type { Step, Story, TimedStep } from "../story/story.ts";
import { Dice } from "./dice.ts";
import { drawConditionEdit } from "./edits.ts";
import { drawFault } from "./faults.ts";

/** When the cluster has settled. */
const BEGINS = 180;

/**
 * 2 to 4 peers in a formed cluster, one thing that is done to them and undone after a while: an edit of one item from A to B and
 * back to A, or a fault. Then all must be as in a run without it (I5).
 */
export function drawUndo(seed: number): Story {
  const dice = new Dice(`undo ${seed}`);
  const peers = dice.between(2, 4);
  const peer = dice.chance(0.5) ? 1 : dice.between(1, peers);
  const after = dice.chance(0.5) ? dice.between(1, 180) : dice.between(180, 600);
  const steps: readonly TimedStep[] = dice.chance(0.7)
    ? editAndBack(peer, dice.chance(0.6) ? drawConditionEdit(dice, peer, peers) : drawAnyEdit(dice), after)
    : [{ at: BEGINS, do: "fault", rule: lasting(drawFault(dice, peers), after) }];
  const setup = { seed, peers, formed: true, licenses: 3 };
  return { about: `undo ${seed}: ${peers} peers`, setup, steps, ends: BEGINS + after + 1, ending: "comparison" };
}

function editAndBack(peer: number, items: Record<string, string>, after: number): TimedStep[] {
  const set: Step = { do: "set", peer, items };
  const back: Step = { do: "put back", peer, items: Object.keys(items) };
  return [
    { at: BEGINS, ...set },
    { at: BEGINS + after, ...back },
  ];
}

/** A fault that would end by itself ends when the story does. */
const lasting = (rule: FaultRule, seconds: number): FaultRule =>
  rule.until === undefined ? rule : { ...rule, until: `${seconds}s` };

/** The items that can be set on any peer as it is: of no list, and shown whatever others are. */
const PLAIN: readonly ConfigurationItem[] = configurationItems.filter(
  ({ path, shownWhen, values }) =>
    !path.includes("[") && !shownWhen && (values.kind === "integer" || values.kind === "oneOf"),
);

/** Another value for any item of the table. */
function drawAnyEdit(dice: Dice): Record<string, string> {
  const { path, values, default: before } = dice.pick(PLAIN);
  if (values.kind === "integer") return { [path]: String(dice.between(values.min, values.max)) };
  const others = values.kind === "oneOf" ? values.values.filter((value) => value !== before) : [];
  return { [path]: dice.pick(others.length > 0 ? others : [before]) };
}
