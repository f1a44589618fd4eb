import type { AlarmCondition } from "../../core/alarm-condition.ts";

interface Options {
  /** TURN is a service of the Expressway-E and the VCS Expressway. */
  readonly offered: boolean;
  readonly turnedOn: () => boolean;
  /** Relays of this peer's own keys, counted or not. */
  readonly installed: () => number;
  /** Relays that may be used here. */
  readonly pool: () => number;
}

/** The alarms 30009 and 30011: a key for relays that is of no use, and TURN services without one. */
export const turnConditions = ({ offered, turnedOn, installed, pool }: Options): readonly AlarmCondition[] => [
  {
    alarm: 30009,
    holds: () =>
      !offered && installed() > 0
        ? {
            facts: [`a key for ${installed()} TURN relays is installed, and this product offers no TURN services`],
            clearedBy: "delete the key on Maintenance > Option keys",
          }
        : undefined,
  },
  {
    alarm: 30011,
    holds: () =>
      offered && turnedOn() && pool() === 0
        ? {
            facts: ["TURN services are On", "there are no TURN relay licenses"],
            clearedBy: "add a key for TURN relays, or turn TURN services off",
          }
        : undefined,
  },
];
