import { purgeDatabase } from "../../../emulator/peer/maintenance/reset/purge-database.ts";
import { minutes, seconds, type Milliseconds } from "../../../emulator/world/duration.ts";
import { OPERATOR } from "../simulated-cluster.ts";
import { tell, type Stage } from "./stage.ts";
import type { Touch } from "./touched.ts";

/** What the documentation says an operator does about an alarm that does not go by itself. */
interface Cure {
  readonly name: string;
  readonly alarms: readonly number[];
  /** It is part of the undoing only where the story did one of these, on the peer itself or on any. */
  readonly after: readonly Touch[];
  readonly on: "the same peer" | "any peer";
  readonly takes: Milliseconds;
  readonly cure: (stage: Stage, peer: number) => void;
}

const restart: Cure["cure"] = ({ cluster }, peer) => cluster.device(peer).maintenance.request("restart", OPERATOR);

/** What an operator does first comes first. */
const cures: readonly Cure[] = [
  {
    name: "its database is made anew",
    alarms: [15005],
    after: ["database damaged"],
    on: "the same peer",
    takes: minutes(4),
    cure: ({ cluster, checkers, touched }, peer) => {
      checkers.saved.forget(peer);
      touched.touch(peer, "made anew");
      cluster.device(peer).maintenance.request("restart", OPERATOR, purgeDatabase);
    },
  },
  {
    name: "default links",
    alarms: [45002, 45006, 45007, 45008],
    after: ["made anew"],
    on: "any peer",
    takes: 0,
    cure: ({ cluster }, peer) => void cluster.command(peer, "DefaultLinksAdd"),
  },
  {
    name: "restart",
    alarms: [20007, 25001, 25006, 25010, 30025],
    after: ["edit", "cluster settings", "made anew", "upgrade", "database damaged"],
    on: "any peer",
    takes: minutes(4),
    cure: restart,
  },
  {
    name: "forced update",
    alarms: [20009, 20011, 20014],
    after: ["edit", "cluster settings", "made anew", "files lost", "copies lost", "database damaged"],
    on: "any peer",
    takes: seconds(10),
    cure: ({ cluster, checkers }, peer) => {
      if (cluster.device(peer).cluster.primary) return;
      checkers.saved.forget(peer);
      void cluster.command(peer, "ForceConfigUpdate");
    },
  },
];

/** Cures one peer of what the story brought about and does not go by itself. @returns true when something was to be done */
export async function cure(stage: Stage, peer: number): Promise<boolean> {
  const { cluster, touched } = stage;
  let done = false;
  for (const { name, alarms, after, on, takes, cure: apply } of cures) {
    if (!cluster.peers[peer - 1]?.device) return done;
    const standing = cluster.alarms(peer).filter((id) => alarms.includes(id));
    const caused = after.some((what) => touched.has(what, on === "any peer" ? undefined : peer));
    if (standing.length === 0 || !caused) continue;
    tell(stage, `peer ${peer}, ${standing.join(", ")}: ${name}`);
    apply(stage, peer);
    done = true;
    if (takes > 0) await cluster.advance(takes);
  }
  return done;
}
