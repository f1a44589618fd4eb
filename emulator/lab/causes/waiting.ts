import { CONTACT_ALARMS } from "../faults/fault-alarms.ts";
import type { Cause } from "./cause.ts";
import type { LabFacts } from "./lab-facts.ts";
import { and } from "./words.ts";

/** Three probes, and a copy. */
const ENOUGH = "3m";

/**
 * What is left to say of an alarm about contact where nothing stands in the way any more: peers ask each other every ten seconds,
 * and copy every two minutes.
 */
export function contactIsDue({ peers, whole, frozen }: LabFacts, peer: string, alarm: number): readonly Cause[] {
  const lost = peers.find(({ name }) => name === peer)?.up?.lost ?? [];
  if (!CONTACT_ALARMS.some((id) => id === alarm)) return [];
  const nameOf = (address: string): string => peers.find((other) => other.address === address)?.name ?? address;
  const elsewhere = lost.filter((address) => !peers.some((other) => other.address === address));
  if (!whole && elsewhere.length > 0) {
    const text = `${and(elsewhere)} ${elsewhere.length === 1 ? "runs" : "run"} in another process, of which this one knows nothing`;
    return [
      {
        kind: "elsewhere",
        text,
        mend: "ask the lab of that process: xtwin --lab URL doctor",
        shows: { [peer]: CONTACT_ALARMS },
      },
    ];
  }
  const nothing = `nothing is in the way between ${peer} and ${and(lost.map(nameOf)) || "the other peers"} any more`;
  const time = frozen ? ", and the lab's time stands still (speed 0)" : "";
  const text = `${nothing}${time}: peers ask each other every 10 seconds, and copy every 2 minutes`;
  const mend = `${frozen ? "" : "wait, or "}xtwin clock advance ${ENOUGH}`;
  return [{ kind: "time", text, mend, shows: { [peer]: CONTACT_ALARMS } }];
}
