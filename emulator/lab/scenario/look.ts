import { reasonOf } from "./drivers/step-error.ts";
import type { PeerSession } from "./drivers/peer-session.ts";
import type { Check, EntryValue, PeerCheck, Sight } from "./kinds.ts";
import type { PeerSelection } from "./members.ts";
import { fillIn } from "./placeholders.ts";
import type { Run } from "./run.ts";
import type { Entry } from "./scenario.ts";

/** Something expected that is not so. */
export interface Unmet {
  readonly check: Entry<Check>;
  /** What is seen instead, for each peer on which it is not so. */
  readonly seen: string;
}

/** The first that is not so over the surfaces as they are at this moment; undefined where all is so. */
export async function firstUnmet(checks: readonly Entry<Check>[], run: Run): Promise<Entry<Check> | undefined> {
  lookAnew(run);
  for (const check of checks) for await (const _sight of sights(check, run)) return check;
  return undefined;
}

/**
 * All that is not so, with what is seen instead, over the surfaces as they are at this moment.
 * @param how a glance is enough where it has been so at the look before
 */
export async function unmetOf(
  checks: readonly Entry<Check>[],
  run: Run,
  how: "look" | "glance" = "look",
): Promise<readonly Unmet[]> {
  lookAnew(run);
  const unmet: Unmet[] = [];
  for (const check of checks) {
    const seen: string[] = [];
    for await (const [peer, sight] of sights(check, run, how)) seen.push(peer + (await told(sight)));
    if (seen.length > 0) unmet.push({ check, seen: seen.join("; ") });
  }
  return unmet;
}

function lookAnew(run: Run): void {
  for (const peer of run.peers) peer.lookAnew();
}

/** What is seen instead: of the lab, or of each peer on which it is not so, with its name before it. */
async function* sights(
  { kind, value }: Entry<Check>,
  run: Run,
  how: "look" | "glance" = "look",
): AsyncGenerator<readonly [peer: string, sight: Sight]> {
  const entry = fillIn(value, run.addresses);
  if (kind.on === "lab") {
    const instead = await kind.look(entry, run);
    if (instead !== undefined) yield ["", instead];
    return;
  }
  for (const peer of run.select(value["peer"] as PeerSelection)) {
    const instead = await lookAtPeer(kind, entry, peer, run, how);
    if (instead !== undefined) yield [`${peer.name}: `, instead];
  }
}

async function lookAtPeer(
  kind: PeerCheck,
  entry: EntryValue,
  peer: PeerSession,
  run: Run,
  how: "look" | "glance",
): Promise<Sight | undefined> {
  if (!peer.up && !kind.evenDown) return "down";
  try {
    return await kind[how](entry, peer, run);
  } catch (error) {
    return reasonOf(error);
  }
}

async function told(sight: Sight): Promise<string> {
  if (typeof sight === "string") return sight;
  try {
    return await sight();
  } catch (error) {
    return reasonOf(error);
  }
}
