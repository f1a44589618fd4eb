import { CONTACT_ALARMS } from "../faults/fault-alarms.ts";
import type { FaultStatus } from "../faults/active-fault.ts";
import type { Absence } from "../../peer/maintenance/absence.ts";
import type { CauseKind } from "./cause.ts";
import { listedBy } from "./lab-facts.ts";
import { showsOn, span, waiting } from "./words.ts";

const reasons: Readonly<Record<Absence["reason"], string>> = {
  restart: "it was restarted",
  reboot: "it was rebooted",
  shutdown: "it was shut down on Maintenance > Restart options",
  factoryReset: "it is being reset to its factory settings",
  powerOff: "it was powered off",
  powerFailure: "its power failed",
  damagedDatabase: "its database was damaged, and it starts anew",
  noStart: "it could not start, and the log of the lab tells why",
};

/** The kinds of faults that take a peer down. */
const FAULTS: Readonly<Partial<Record<Absence["reason"], string>>> = {
  powerFailure: "crash",
  damagedDatabase: "database-damaged",
};

/** Peers that are off, restarting, or have crashed. */
export const power: CauseKind = {
  name: "peer-down",
  find: (facts) =>
    facts.peers.flatMap(({ name, address, absence }) => {
      if (!absence) return [];
      const { reason, backIn } = absence;
      const fault = faultOf(facts.faults, name, FAULTS[reason]);
      const state = backIn === undefined ? "off" : `restarting, and back in ${span(backIn)}`;
      return [
        {
          text: `${name} is ${state}: ${reasons[reason]}${fault}`,
          mend: backIn === undefined ? `xtwin power ${name} on` : waiting(facts, span(backIn)),
          shows: showsOn([name, ...listedBy(facts, address)], CONTACT_ALARMS),
        },
      ];
    }),
};

function faultOf(faults: readonly FaultStatus[], peer: string, kind: string | undefined): string {
  const found = faults.findLast(({ rule }) => rule.kind === kind && rule.peer === peer);
  return found ? ` (fault ${found.id})` : "";
}
