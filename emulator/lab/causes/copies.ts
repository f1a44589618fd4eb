import type { AlarmId } from "../../model/alarms/index.ts";
import type { LabFacts, UpPeer } from "./lab-facts.ts";
import { waiting } from "./words.ts";

/** A copy is made every two minutes; what it needs may have come just now. */
const UNTIL_COPY = "3m";

/** What stops the copy until it is forced. */
const FORCED: readonly AlarmId[] = [20009, 20011, 20014];

/** What has to be done before a subordinate gets the next copy from its primary; undefined where it comes by itself. */
export function beforeNextCopy({ name, up }: UpPeer, primary: UpPeer | undefined): string | undefined {
  if (!up.clustered) return `restart ${name}, which copies nothing before`;
  const { copyObstacle } = up;
  const forced = copyObstacle?.alarms.find((id) => FORCED.includes(id));
  if (forced !== undefined)
    return `xCommand ForceConfigUpdate on ${name}, which takes no copy of its own accord while it has ${forced}`;
  if (copyObstacle) return `end what stops the copy to ${name}: ${copyObstacle.clearedBy}`;
  const refusing = primary?.up.copyObstacle;
  return primary && refusing && `end what stops the copy from ${primary.name}: ${refusing.clearedBy}`;
}

/** How a subordinate gets what its primary has. */
export const byNextCopy = (facts: LabFacts, peer: UpPeer, primary: UpPeer | undefined): string =>
  beforeNextCopy(peer, primary) ?? `${waiting(facts, UNTIL_COPY)}: the next copy brings it to ${peer.name}`;
