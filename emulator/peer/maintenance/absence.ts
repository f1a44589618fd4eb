import type { Milliseconds } from "../../world/duration.ts";
import type { GoingDown } from "./going-down.ts";

/** What took a peer down: an operator's request, its power, or its database; or it could not start. */
export type AbsenceReason = GoingDown["kind"] | "powerOff" | "powerFailure" | "damagedDatabase" | "noStart";

/** A peer that is down. */
export interface Absence {
  readonly reason: AbsenceReason;
  /** How long until it starts by itself; absent where it does not, or has begun to. */
  readonly backIn?: Milliseconds;
}
