import { MANAGEMENT_PORT } from "../../peer/cluster/ports.ts";
import type { Cause } from "../causes/cause.ts";
import { findCauses } from "../causes/find-causes.ts";
import { gatherFacts, type KnownLab } from "../causes/gather-facts.ts";
import { checks } from "./checks.ts";
import { lookUpOf } from "./look-up.ts";
import type { ExaminedPeer, Finding, Surrounded } from "./finding.ts";

/** What the doctor found, and what it looked at. */
export interface Diagnosis {
  readonly peers: readonly string[];
  /** What the lab knows to be wrong, the most direct first. */
  readonly causes: readonly Cause[];
  readonly checks: readonly { readonly guide: string; readonly title: string; readonly findings: readonly Finding[] }[];
}

/** Examines all peers that are up for what the guide asks of a cluster. Nothing is changed, and no time passes. */
export async function examine(lab: KnownLab): Promise<Diagnosis> {
  const peers = lab.peers.flatMap(({ plan, peer }): ExaminedPeer[] =>
    peer.device ? [{ name: plan.name, device: peer.device, lookUp: lookUpOf(lab, peer.device) }] : [],
  );
  const facts = gatherFacts(lab);
  const causes = findCauses(facts);
  const nameOf: Surrounded["nameOf"] = (address) => lab.peers.find(({ peer }) => peer.address === address)?.plan.name;
  const surrounded: Surrounded = {
    causes,
    roundTrip: roundTripIn(lab),
    nameOf,
    isNobodys: (address) => facts.whole && nameOf(address) === undefined,
  };
  const results = [];
  for (const { guide, title, examine: run } of checks)
    results.push({ guide, title, findings: await run(peers, surrounded) });
  return { peers: peers.map(({ name }) => name), causes, checks: results };
}

/** Of the datagrams of cluster management. */
const roundTripIn =
  ({ world }: KnownLab): Surrounded["roundTrip"] =>
  (from, to) =>
    world.network.roundTrip({
      protocol: "udp",
      from: { address: from, port: MANAGEMENT_PORT },
      to: { address: to, port: MANAGEMENT_PORT },
    });
