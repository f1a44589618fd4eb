import { CONTACT_ALARMS } from "../faults/fault-alarms.ts";
import type { FaultStatus } from "../faults/active-fault.ts";
import type { Absence } from "../../peer/maintenance/absence.ts";
import type { CauseKind } from "./cause.ts";
import { listedBy } from "./lab-facts.ts";
import { hasSharedAddress } from "./addresses.ts";
import { showsOn, span, waiting } from "./words.ts";

const reasons: Readonly<Record<Absence["reason"], string>> = {
  restart: "it was restarted",
  reboot: "it was rebooted",
  shutdown: "it was shut down on Maintenance > Restart options",
  factoryReset: "it is being reset to its factory settings",
  powerOff: "it was powered off",
  powerFailure: "its power failed",
  damagedDatabase: "its database was damaged, and it starts anew",
  noStart: "it could not start",
};

/** The kinds of faults that take a peer down. */
const FAULTS: Readonly<Partial<Record<Absence["reason"], string>>> = {
  powerFailure: "crash",
  damagedDatabase: "database-damaged",
};

/** Peers that are off, restarting, or have crashed; where another has the address, that is said instead. */
export const power: CauseKind = {
  name: "peer-down",
  find: (facts) =>
    facts.peers.flatMap(({ name, address, absence }) => {
      if (!absence || (absence.backIn === undefined && hasSharedAddress(facts, name))) return [];
      const { reason, backIn, failure } = absence;
      const fault = faultOf(facts.faults, name, FAULTS[reason]);
      const state = backIn === undefined ? "off" : `restarting, and back in ${span(backIn)}`;
      return [
        {
          text: `${name} is ${state}: ${reasons[reason]}${failure ? `, for ${failure.detail}` : ""}${fault}`,
          mend: backIn === undefined ? powerOn(name, failure?.remedy) : waiting(facts, span(backIn)),
          at: [name],
          shows: showsOn([name, ...listedBy(facts, address)], CONTACT_ALARMS),
        },
      ];
    }),
};

/** What kept it from starting is put right first. */
const powerOn = (name: string, remedy = ""): string =>
  remedy === "" ? `xtwin power ${name} on` : `${remedy} Then: xtwin power ${name} on`;

function faultOf(faults: readonly FaultStatus[], peer: string, kind: string | undefined): string {
  const found = faults.findLast(({ rule }) => rule.kind === kind && rule.peer === peer);
  return found ? ` (fault ${found.id})` : "";
}
