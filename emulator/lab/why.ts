import { EmulatorError } from "../errors.ts";
import { alarmAction, type AlarmRecord, alarmText } from "../peer/reporting/alarms/alarms.ts";
import type { Cause } from "./causes/cause.ts";
import { causesOf, causesOn, findCauses } from "./causes/find-causes.ts";
import { gatherFacts, type KnownLab } from "./causes/gather-facts.ts";
import { onlyTimeIsMissing } from "./causes/waiting.ts";
import type { LabPeer } from "./lab.ts";

/** Why an alarm stands on a peer. */
export interface Why {
  readonly peer: string;
  readonly id: number;
  readonly text: string;
  /** ISO 8601 */
  readonly since: string;
  /** What the lab knows of why it is so, the most direct first. Empty where it knows no more than the peer. */
  readonly causes: readonly Cause[];
  /** What is so on the peer, as far as the alarm follows from it. */
  readonly facts: readonly string[];
  readonly clearedBy: string;
  /** What the alarm tells the operator to do. */
  readonly action: string;
}

/**
 * What leads to an alarm; to all that stand where no id is given, none on a peer that is down.
 * @throws EmulatorError PEER_UNKNOWN, PEER_DOWN saying why it is, ALARM_NOT_RAISED naming those that stand
 */
export function why(lab: KnownLab, peerName: string, id: number | undefined): readonly Why[] {
  const { peer } = named(lab, peerName);
  const labFacts = gatherFacts(lab);
  const causes = findCauses(labFacts);
  if (!peer.device) {
    if (id === undefined) return [];
    throw new EmulatorError("PEER_DOWN", causesOn(causes, peerName)[0]?.text ?? `${peerName} is down`);
  }
  const standing = peer.device.alarms.standing();
  const meant = id === undefined ? standing : standing.filter(({ type }) => type.id === id);
  if (id !== undefined && meant.length === 0) {
    const ids = standing.map(({ type }) => type.id).join(", ") || "none";
    throw new EmulatorError("ALARM_NOT_RAISED", `alarm ${id} does not stand on ${peerName}; these do: ${ids}`);
  }
  const explained = meant.map((record) => {
    const found = causesOf(causes, peerName, record.type.id);
    return explain(peerName, record, found.length > 0 ? found : onlyTimeIsMissing(labFacts, peerName, record.type.id));
  });
  // What has a cause is read first; of the others the peer itself knows enough.
  return explained.toSorted((one, other) => Number(other.causes.length > 0) - Number(one.causes.length > 0));
}

/**
 * All that the lab knows to be wrong with a peer, or between it and others, whether an alarm tells of it or not.
 * @throws EmulatorError PEER_UNKNOWN
 */
export function causesOfPeer(lab: KnownLab, peerName: string): readonly Cause[] {
  named(lab, peerName);
  return causesOn(findCauses(gatherFacts(lab)), peerName);
}

function named(lab: KnownLab, name: string): LabPeer {
  const found = lab.peers.find(({ plan }) => plan.name === name);
  if (found) return found;
  const names = lab.peers.map(({ plan }) => plan.name).join(", ");
  throw new EmulatorError("PEER_UNKNOWN", `"${name}" is not a peer; there are: ${names || "none"}`);
}

function explain(peer: string, record: AlarmRecord, causes: readonly Cause[]): Why {
  return {
    peer,
    id: record.type.id,
    text: alarmText(record),
    since: new Date(record.lastRaised ?? 0).toISOString(),
    causes,
    facts: record.evidence?.facts ?? [],
    clearedBy: record.evidence?.clearedBy ?? "",
    action: alarmAction(record),
  };
}
