import { reasonOf } from "./drivers/step-error.ts";
import type { PeerSession } from "./drivers/peer-session.ts";
import type { Check, EntryValue, PeerCheck } from "./kinds.ts";
import type { PeerSelection } from "./members.ts";
import { fillIn } from "./placeholders.ts";
import type { Run } from "./run.ts";
import type { Entry, Expectation } from "./scenario.ts";

/** Something expected that is not so. */
export interface Unmet {
  readonly check: Entry<Check>;
  /** What is seen instead, for each peer on which it is not so. */
  readonly seen: string;
}

/**
 * Lets the lab's time pass from timer to timer – nothing changes in between – until all that is expected is so at the
 * same time, or the time for it is over.
 * @returns what is not so in the end
 */
export async function waitFor(expectation: Expectation, run: Run): Promise<readonly Unmet[]> {
  const { clock } = run.lab.world;
  // What has been set off already comes first: messages on their way, sockets being bound.
  await clock.advance(0);
  const end = clock.monotonic() + expectation.within;
  for (;;) {
    const now = clock.monotonic();
    const last = now >= end;
    const unmet = await lookAtAll(expectation.all, run, last);
    if (unmet.length === 0 || last) return unmet;
    const due = clock.timers()[0]?.due ?? end;
    // A whole millisecond at least: moments are fractions, and a sum of them may stay just short of the timer.
    await clock.advance(Math.min(Math.max(due - now, 1), end - now));
  }
}

/** While there is time left the first that is not so is enough to know; in the end all of them are told. */
async function lookAtAll(checks: readonly Entry<Check>[], run: Run, tellAll: boolean): Promise<Unmet[]> {
  const unmet: Unmet[] = [];
  for (const each of checks) {
    const seen = await lookAt(each, run);
    if (seen.length === 0) continue;
    unmet.push({ check: each, seen: seen.join("; ") });
    if (!tellAll) break;
  }
  return unmet;
}

/** What is seen instead, by each peer where each is looked at. */
async function lookAt({ kind, value }: Entry<Check>, run: Run): Promise<readonly string[]> {
  const entry = fillIn(value, run.addresses);
  if (kind.on === "lab") {
    const instead = await kind.look(entry, run);
    return instead === undefined ? [] : [instead];
  }
  const seen: string[] = [];
  for (const peer of run.select(value["peer"] as PeerSelection)) {
    const instead = await lookAtPeer(kind, entry, peer, run);
    if (instead !== undefined) seen.push(`${peer.name}: ${instead}`);
  }
  return seen;
}

async function lookAtPeer(
  kind: PeerCheck,
  entry: EntryValue,
  peer: PeerSession,
  run: Run,
): Promise<string | undefined> {
  if (!peer.up && !kind.evenDown) return "down";
  try {
    return await kind.look(entry, peer, run);
  } catch (error) {
    return reasonOf(error);
  }
}
