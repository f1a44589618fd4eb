import type { FaultStatus } from "../faults/active-fault.ts";
import type { CauseKind } from "./cause.ts";
import { span } from "./words.ts";

/** A clock that is off by less is right; NTP does not hold it closer than some milliseconds. */
const RIGHT_MS = 1000;

/** The kinds of faults that put clocks wrong. */
const KINDS: readonly string[] = ["clock-step", "clock-drift", "ntp-wrong"];

/** Peers whose clocks are not those of the lab. */
export const clocks: CauseKind = {
  name: "clock",
  find: ({ peers, faults }) =>
    peers
      .filter(({ clockAhead }) => Math.abs(clockAhead) >= RIGHT_MS)
      .map(({ name, clockAhead }) => {
        const fault = faultOf(faults, name);
        const off = `${span(Math.abs(clockAhead))} ${clockAhead > 0 ? "ahead of" : "behind"} the lab's time`;
        const ntp = `NTP sets it right at its next poll: xtwin clock advance 65s, then System > Time on ${name}`;
        return {
          text: `the clock of ${name} is ${off}${fault ? ` (fault ${fault.id})` : ""}`,
          mend: fault?.state === "on" ? `xtwin fault remove ${fault.id}, and ${ntp}` : ntp,
          at: [name],
          shows: { [name]: [] },
        };
      }),
};

const faultOf = (faults: readonly FaultStatus[], name: string): FaultStatus | undefined =>
  faults.findLast(
    ({ rule, state }) =>
      state !== "waiting" && KINDS.includes(rule.kind) && (rule.peer === undefined || rule.peer === name),
  );
