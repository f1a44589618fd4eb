import { LONG_LOST_ALARMS } from "../faults/fault-alarms.ts";
import type { Cause } from "./cause.ts";
import { causeKinds } from "./cause-kinds.ts";
import type { LabFacts } from "./lab-facts.ts";

const COMMUNICATION_FAILURE = 20_004;

/** Everything that is not as it should be and of which the lab knows why, the most direct first. */
export const findCauses = (facts: LabFacts): readonly Cause[] =>
  causeKinds.flatMap((kind) => kind.find(facts).map((cause) => ({ kind: kind.name, ...cause })));

/** Those that show on a peer. */
export const causesOn = (causes: readonly Cause[], peer: string): readonly Cause[] =>
  causes.filter(({ shows }) => shows[peer] !== undefined);

/** Those from which an alarm of a peer may follow. What tells of a long loss of contact follows from what brought that about. */
export function causesOf(causes: readonly Cause[], peer: string, alarm: number): readonly Cause[] {
  const sought = LONG_LOST_ALARMS.some((id) => id === alarm) ? COMMUNICATION_FAILURE : alarm;
  return causesOn(causes, peer).filter(({ shows }) => shows[peer]?.some((id) => id === sought));
}
