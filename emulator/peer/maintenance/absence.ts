import { EmulatorError } from "../../errors.ts";
import type { Store } from "../../store/store.ts";
import type { Milliseconds } from "../../world/duration.ts";
import type { GoingDown } from "./going-down.ts";

/** What took a peer down: an operator's request, its power, or its database; or it could not start. */
export type AbsenceReason = GoingDown["kind"] | "powerOff" | "powerFailure" | "damagedDatabase" | "noStart";

/** A peer that is down. */
export interface Absence {
  readonly reason: AbsenceReason;
  /** Present where it could not start. */
  readonly failure?: StartFailure;
  /** How long until it starts by itself; absent where it does not, or has begun to. */
  readonly backIn?: Milliseconds;
}

/** Why a start failed. */
export interface StartFailure {
  /** What was seen. */
  readonly detail: string;
  /** What to do about it, as a sentence; blank where the emulator does not know. */
  readonly remedy: string;
  /** LAN 1 IPv4 address that it was to start with. */
  readonly address: string;
}

export function startFailure(error: unknown, store: Store): StartFailure {
  const [lan1] = store.configuration.read(["Ethernet 1 IP V4 Address"]);
  return {
    detail: error instanceof Error ? error.message : String(error),
    remedy: error instanceof EmulatorError ? error.remedy : "",
    address: lan1?.value ?? "",
  };
}
