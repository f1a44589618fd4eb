import type { Answer } from "dns-packet";
import type { Device } from "../../peer/device.ts";
import { pollOnce } from "../poll-once.ts";
import type { Lab } from "../lab.ts";
import { checks } from "./checks.ts";
import type { ExaminedPeer, Finding } from "./finding.ts";

/** What the doctor found, and what it looked at. */
export interface Diagnosis {
  readonly peers: readonly string[];
  readonly checks: readonly { readonly guide: string; readonly title: string; readonly findings: readonly Finding[] }[];
}

/** Examines all peers that are up for what the guide asks of a cluster. Nothing is changed, and no time passes. */
export async function examine(lab: Lab): Promise<Diagnosis> {
  const peers = lab.peers.flatMap(({ plan, peer }): ExaminedPeer[] =>
    peer.device ? [{ name: plan.name, device: peer.device, lookUp: lookUpOf(lab, peer.device) }] : [],
  );
  const results = [];
  for (const { guide, title, examine: run } of checks) results.push({ guide, title, findings: await run(peers) });
  return { peers: peers.map(({ name }) => name), checks: results };
}

function lookUpOf(lab: Lab, device: Device): ExaminedPeer["lookUp"] {
  return (name, type) =>
    pollOnce<readonly Answer[] | undefined>(lab.world.clock, (done) => device.resolver.lookUp(name, type, done));
}
