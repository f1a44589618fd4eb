import { CONTACT_ALARMS, LONG_LOST_ALARMS, TIME_ALARMS } from "../faults/fault-alarms.ts";
import type { Cause } from "./cause.ts";
import type { LabFacts, PeerFacts } from "./lab-facts.ts";
import { and, waiting } from "./words.ts";

/** Three probes, and a copy. */
const UNTIL_CONTACT = "3m";

/** A poll of NTP, and its answer. */
const UNTIL_TIME = "70s";

/** What is left to say of an alarm where nothing that the lab knows of stands in the way any more; empty for those about other things. */
export function onlyTimeIsMissing(facts: LabFacts, peer: string, alarm: number): readonly Cause[] {
  const found = facts.peers.find(({ name }) => name === peer);
  if ([...CONTACT_ALARMS, ...LONG_LOST_ALARMS].some((id) => id === alarm)) return [contactIsDue(facts, found, peer)];
  const knowsServer = facts.whole || found?.up?.ntpServers.includes(facts.servers);
  if (!TIME_ALARMS.some((id) => id === alarm) || !knowsServer) return [];
  const text = `the lab knows of nothing that is in the way between ${peer} and its NTP server any more: it is asked every 64 seconds`;
  return [{ kind: "time", text, mend: waiting(facts, UNTIL_TIME), at: [peer], shows: { [peer]: TIME_ALARMS } }];
}

function contactIsDue(facts: LabFacts, found: PeerFacts | undefined, peer: string): Cause {
  const { peers, whole } = facts;
  const lost = found?.up?.lost ?? [];
  const shows = { [peer]: CONTACT_ALARMS };
  const elsewhere = lost.filter((address) => !peers.some((other) => other.address === address));
  if (!whole && elsewhere.length > 0) {
    const text = `${and(elsewhere)} ${elsewhere.length === 1 ? "runs" : "run"} in another process, of which this one knows nothing`;
    return { kind: "elsewhere", text, mend: "ask the lab of that process: xtwin --lab URL doctor", at: [peer], shows };
  }
  const names = lost.map((address) => peers.find((other) => other.address === address)?.name ?? address);
  const nothing = `the lab knows of nothing that is in the way between ${peer} and ${and(names) || "the other peers"} any more`;
  const text = `${nothing}: peers ask each other every 10 seconds, and copy every 2 minutes`;
  return { kind: "time", text, mend: waiting(facts, UNTIL_CONTACT), at: [peer], shows };
}
