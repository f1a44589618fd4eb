import { EmulatorError } from "../errors.ts";
import { alarmAction, alarmText, type AlarmRecord } from "../peer/reporting/alarms/alarms.ts";
import type { Lab } from "./lab.ts";

/** Why an alarm stands on a peer. */
export interface Why {
  readonly peer: string;
  readonly id: number;
  readonly text: string;
  /** ISO 8601 */
  readonly since: string;
  /** What is so, as far as the alarm follows from it. */
  readonly facts: readonly string[];
  readonly clearedBy: string;
  /** What the alarm tells the operator to do. */
  readonly action: string;
}

/**
 * The chain of facts behind an alarm; behind all that stand where no id is given.
 * @throws EmulatorError PEER_UNKNOWN, PEER_DOWN, ALARM_NOT_RAISED naming those that stand
 */
export function why(lab: Lab, peerName: string, id: number | undefined): readonly Why[] {
  const found = lab.peers.find(({ plan }) => plan.name === peerName);
  if (!found) {
    const names = lab.peers.map(({ plan }) => plan.name).join(", ");
    throw new EmulatorError("PEER_UNKNOWN", `"${peerName}" is not a peer; there are: ${names || "none"}`);
  }
  const { device } = found.peer;
  if (!device) throw new EmulatorError("PEER_DOWN", `${peerName} is down`);
  const standing = device.alarms.standing();
  const meant = id === undefined ? standing : standing.filter(({ type }) => type.id === id);
  if (id !== undefined && meant.length === 0) {
    const ids = standing.map(({ type }) => type.id).join(", ") || "none";
    throw new EmulatorError("ALARM_NOT_RAISED", `alarm ${id} does not stand on ${peerName}; these do: ${ids}`);
  }
  return meant.map((record) => explain(peerName, record));
}

function explain(peer: string, record: AlarmRecord): Why {
  return {
    peer,
    id: record.type.id,
    text: alarmText(record),
    since: new Date(record.lastRaised ?? 0).toISOString(),
    facts: record.evidence?.facts ?? [],
    clearedBy: record.evidence?.clearedBy ?? "",
    action: alarmAction(record),
  };
}
