import { OPERATOR } from "../simulated-cluster.ts";
import { doUpkeep } from "../upkeep.ts";
import { placeCalls, type Stage } from "./stage.ts";
import type { Step } from "./story.ts";
import type { Touch } from "./touched.ts";

type StepOf<Name extends Step["do"]> = Extract<Step, { do: Name }>;

/** Faults that leave something behind when they end. */
const LEFT_BEHIND: Readonly<Record<string, Touch>> = {
  "database-damaged": "database damaged",
  "peer-file-missing": "files lost",
  "copy-not-kept": "copies lost",
};

/** Does one step, and notes what it touches. @returns false when it was in vain: refused, or nobody was there */
export async function perform(stage: Stage, step: Step): Promise<boolean> {
  const { cluster, checkers } = stage;
  checkers.disturbed();
  switch (step.do) {
    case "fault":
      return addFault(stage, step);
    case "end faults":
      endFaults(stage);
      return true;
    case "calls":
      return placeCalls(cluster, step);
    case "power":
      return power(stage, step);
    default:
      return cluster.peers[step.peer - 1]?.device !== undefined && performOn(stage, step);
  }
}

/** What needs a peer that is up. */
async function performOn(
  stage: Stage,
  step: Exclude<Step, StepOf<"fault" | "end faults" | "calls" | "power">>,
): Promise<boolean> {
  const { cluster, checkers, touched, shelf } = stage;
  const { peer } = step;
  switch (step.do) {
    case "set":
      return edit(stage, peer, step.items);
    case "put back":
      return putBack(stage, step);
    case "restart":
      cluster.device(peer).maintenance.request("restart", OPERATOR);
      return true;
    case "delete the last zone": {
      const zone = cluster.device(peer).configuration.rows.of("Zones Zone").at(-1);
      if (zone !== undefined) void cluster.command(peer, "ZoneDelete", { ZoneId: String(zone) });
      touched.touch(peer, "edit");
      return zone !== undefined;
    }
    case "command":
      touched.touch(peer, step.givesUp ? "made anew" : "edit");
      if (step.givesUp) checkers.saved.forget(peer);
      void cluster.command(peer, step.command, step.with);
      return true;
    case "upkeep":
      if (step.what === "restore" || step.what === "factory reset") {
        checkers.saved.forget(peer);
        touched.touch(peer, "made anew");
      }
      if (step.what === "install an image") touched.touch(peer, "upgrade");
      return doUpkeep(cluster, peer, step.what, shelf, step.keeps ?? true);
  }
}

/** Edits items as an operator of the story does: what they were is remembered. */
function edit(stage: Stage, peer: number, items: Readonly<Record<string, string>>): boolean {
  stage.touched.edit(peer, stage.cluster.device(peer), Object.keys(items));
  return save(stage, peer, items);
}

/** Saves items, and remembers that they were acknowledged. @returns false when they were refused */
export function save({ cluster, checkers }: Stage, peer: number, items: Readonly<Record<string, string>>): boolean {
  const device = cluster.device(peer);
  const paths = Object.keys(items);
  const changes = Object.entries(items).map(([path, value]) => ({ path, value }));
  const done = device.configuration.set(changes, OPERATOR).ok;
  for (const path of paths) {
    // A peer that loses its power over the edit answers nobody: it may be saved or not.
    if (cluster.peers[peer - 1]?.device !== device) checkers.saved.forget(peer, path);
    else if (done) checkers.saved.acknowledged(peer, path, device.configuration.read(path) ?? "");
  }
  return done;
}

function putBack(stage: Stage, { peer, items }: StepOf<"put back">): boolean {
  const { touched } = stage;
  const before = Object.fromEntries(
    items.flatMap((path) => {
      const value = touched.peerItems(peer).get(path) ?? touched.clusterItems.get(path);
      return value === undefined ? [] : [[path, value]];
    }),
  );
  return Object.keys(before).length > 0 && save(stage, peer, before);
}

async function addFault({ cluster, checkers, touched }: Stage, { rule }: StepOf<"fault">): Promise<boolean> {
  const peer = Number(rule.peer?.slice(1));
  const left = LEFT_BEHIND[rule.kind];
  if (left) touched.touch(peer, left);
  if (rule.kind === "crash" && !rule["comesBack"]) touched.touch(peer, "power off");
  // What the database held is known to be lost.
  if (rule.kind === "database-damaged") checkers.saved.forget(peer);
  // Such a store loses what is saved on a primary as well as what is copied.
  if (rule.kind === "copy-not-kept") checkers.saved.distrust(peer);
  const { id } = await cluster.faults.add(rule);
  checkers.ways.began(id, rule, cluster.world.clock.monotonic());
  return true;
}

export function endFaults({ cluster, checkers }: Stage): void {
  for (const { id } of cluster.faults.list()) checkers.ways.ended(id, cluster.world.clock.monotonic());
  cluster.faults.removeAll();
}

async function power({ cluster, touched }: Stage, { peer: index, on }: StepOf<"power">): Promise<boolean> {
  const peer = cluster.peers[index - 1];
  if (!peer || (peer.device !== undefined) === on) return false;
  if (!on) touched.touch(index, "power off");
  await cluster.world.track(on ? peer.powerOn() : peer.powerOff());
  return true;
}
