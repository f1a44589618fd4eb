import type { AlarmId } from "../../model/alarms/index.ts";
import type { CauseKind } from "./cause.ts";
import { listedBy, upPeers } from "./lab-facts.ts";
import { showsOn } from "./words.ts";

/** What does not pass by itself, whatever brought it about: what is so, and what mends it. */
const failures: readonly {
  readonly alarm: AlarmId;
  readonly words: (name: string) => string;
  readonly mend: (name: string) => string;
  /** What follows from it on the peers that list this one. */
  readonly onOthers: readonly AlarmId[];
}[] = [
  {
    alarm: 15005,
    words: (name) => `the database of ${name} has failed`,
    mend: (name) => `Maintenance > Backup and restore, on ${name}: restore a backup of it once it has left the cluster`,
    onOthers: [20006],
  },
  {
    alarm: 20009,
    words: (name) => `the last copy to ${name} did not come out equal`,
    mend: (name) => `xCommand ForceConfigUpdate on ${name}, once what its alarm names is put right`,
    onOthers: [],
  },
  {
    alarm: 20011,
    words: (name) => `the same items were changed on ${name} and on its primary`,
    mend: (name) => `xCommand ForceConfigUpdate on ${name}`,
    onOthers: [],
  },
  {
    alarm: 20014,
    words: (name) => `the configuration file of ${name} is missing, on it or on its primary`,
    mend: (name) => `xCommand ForceConfigUpdate on ${name}`,
    onOthers: [],
  },
];

/** Failures that stand until somebody mends them: a fault that brought one about may be gone. */
export const lastingFailures: CauseKind = {
  name: "lasting-failure",
  find: (facts) =>
    failures.flatMap(({ alarm, words, mend, onOthers }) =>
      upPeers(facts)
        .filter(({ up }) => up.alarms.includes(alarm))
        .map(({ name, address }) => ({
          text: words(name),
          mend: mend(name),
          at: [name],
          shows: { ...showsOn(listedBy(facts, address), onOthers), [name]: [alarm] },
        })),
    ),
};
