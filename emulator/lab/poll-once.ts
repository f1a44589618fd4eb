import type { ControlledClock } from "../world/clock.ts";

/** A system that answers does so within a few turns of the machine. */
const LOOKS = 20;

/** Waits for an answer that takes some of the machine's time and none of the lab's. @returns undefined when none has come */
export async function pollOnce<Answer>(
  clock: ControlledClock,
  ask: (done: (answer: Answer) => void) => void,
): Promise<Answer | undefined> {
  const answers: Answer[] = [];
  ask((answer) => void answers.push(answer));
  for (let looked = 0; answers.length === 0 && looked < LOOKS; looked++) await clock.advance(0);
  return answers[0];
}
