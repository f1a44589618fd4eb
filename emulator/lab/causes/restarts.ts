import { CONTACT_ALARMS } from "../faults/fault-alarms.ts";
import type { CauseKind } from "./cause.ts";
import { listedBy, upPeers } from "./lab-facts.ts";
import { showsOn } from "./words.ts";

const PAGE = "Maintenance > Restart options, Restart";

/** Peers that have entered a cluster or left one and have not restarted since. */
export const restarts: CauseKind = {
  name: "restart-forgotten",
  find: (facts) =>
    upPeers(facts).flatMap(({ name, address, up }) => {
      const isListed = up.settings.peers.length > 0;
      if (up.clustered || !up.inCluster) return [];
      return [
        {
          text: `${name} has not been restarted since ${isListed ? "it got its list of peers" : "its list of peers was deleted"}`,
          mend: `${PAGE}, on ${name}`,
          at: [name],
          shows: { ...showsOn(listedBy(facts, address), CONTACT_ALARMS), [name]: [20007, ...CONTACT_ALARMS] },
        },
      ];
    }),
};

/** Peers with settings that take effect when they restart. */
export const settingsAwaitingRestart: CauseKind = {
  name: "restart-awaited",
  find: (facts) =>
    upPeers(facts).flatMap(({ name, up }) =>
      up.awaitingRestart.map(({ alarm, changed }) => ({
        text: `${name} has not been restarted since: ${changed}`,
        mend: `${PAGE}, on ${name}`,
        at: [name],
        shows: { [name]: [alarm] },
      })),
    ),
};
