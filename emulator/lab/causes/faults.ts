import type { AlarmId } from "../../model/alarms/index.ts";
import type { FaultStatus } from "../faults/active-fault.ts";
import { TIME_ALARMS } from "../faults/fault-alarms.ts";
import { findFaultKind } from "../faults/fault-kinds.ts";
import type { FaultKind } from "../faults/fault-kind.ts";
import type { Cause, CauseKind } from "./cause.ts";
import { shutBy } from "./shut-ports.ts";
import { type LabFacts, listedBy } from "./lab-facts.ts";
import { namesOf, showsOn } from "./words.ts";

/** Faults that are on. */
export const faultsThatAreOn: CauseKind = {
  name: "fault",
  find: (facts) =>
    kindsOf(facts.faults, "on").map(([{ id, rule, words }, kind]) => ({
      text: `fault ${id}: ${words}`,
      mend: `xtwin fault remove ${id}; no page mends a fault`,
      at: endsOf(facts, rule),
      ...shutBy(facts, rule),
      shows: showsOf(facts, rule, kind),
    })),
};

/** Faults that are over, while what they left stands. */
export const faultsThatAreOver: CauseKind = {
  name: "fault-over",
  find: (facts) =>
    kindsOf(facts.faults, "over").flatMap(([{ id, rule, words }, kind]) => {
      const shows = showsOf(facts, rule, kind);
      const { mendAfterwards } = kind;
      if (!mendAfterwards || !stands(facts, shows)) return [];
      return [
        {
          text: `fault ${id}, which is over, left this: ${words}`,
          mend: mendAfterwards(rule.peer ?? ""),
          at: endsOf(facts, rule),
          shows,
        },
      ];
    }),
};

const kindsOf = (
  faults: readonly FaultStatus[],
  state: FaultStatus["state"],
): readonly (readonly [FaultStatus, FaultKind])[] =>
  faults.flatMap((fault) => {
    const kind = findFaultKind(fault.rule.kind);
    return kind && fault.state === state ? [[fault, kind] as const] : [];
  });

/** Whom a fault concerns, and what may follow there. */
function showsOf(facts: LabFacts, rule: FaultStatus["rule"], kind: FaultKind): Cause["shows"] {
  const alarms = kind.alarms(rule as never);
  const everybody = namesOf(facts.peers);
  const { peer, other } = rule;
  if (peer === undefined) return showsOn(everybody, alarms);
  const amongPeers = alarms.filter((id) => !TIME_ALARMS.includes(id));
  if (kind.place === "peers") return { [peer]: alarms };
  if (kind.place === "path") {
    if (other !== undefined) return showsOn([peer, other], amongPeers);
    return { ...showsOn(everybody, amongPeers), [peer]: alarms };
  }
  const address = facts.peers.find(({ name }) => name === peer)?.address ?? "";
  return { ...showsOn(listedBy(facts, address), amongPeers.filter(isOfCluster)), [peer]: alarms };
}

/** Where a fault lies: at everybody where it names nobody. */
const endsOf = ({ peers }: LabFacts, { peer, other }: FaultStatus["rule"]): readonly string[] => {
  const named = [peer, other].filter((name) => name !== undefined);
  return named.length > 0 ? named : namesOf(peers);
};

/** Of those that stand on one peer alone, none is about clustering. */
const isOfCluster = (id: AlarmId): boolean => id >= 20_000 && id < 25_000;

const stands = ({ peers }: LabFacts, shows: Cause["shows"]): boolean =>
  peers.some(({ name, up }) => up?.alarms.some((id) => shows[name]?.some((may) => may === id)));
