import { reasonOf } from "./drivers/cannot-do.ts";
import type { PeerSession } from "./drivers/peer-session.ts";
import type { Check } from "./kinds.ts";
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
    const unmet = await lookAtAll(expectation.all, run);
    const now = clock.monotonic();
    if (unmet.length === 0 || now >= end) return unmet;
    const due = clock.timers()[0]?.due ?? end;
    // A whole millisecond at least: moments are fractions, and a sum of them may stay just short of the timer.
    await clock.advance(Math.min(Math.max(due - now, 1), end - now));
  }
}

async function lookAtAll(checks: readonly Entry<Check>[], run: Run): Promise<Unmet[]> {
  const unmet: Unmet[] = [];
  for (const each of checks) {
    const seen: string[] = [];
    for (const peer of run.select(each.value["peer"] as PeerSelection)) {
      const instead = await lookAt(each, peer, run);
      if (instead !== undefined) seen.push(`${peer.name}: ${instead}`);
    }
    if (seen.length > 0) unmet.push({ check: each, seen: seen.join("; ") });
  }
  return unmet;
}

async function lookAt({ kind, value }: Entry<Check>, peer: PeerSession, run: Run): Promise<string | undefined> {
  if (!peer.up && !kind.evenDown) return "down";
  try {
    return await kind.look(fillIn(value, run.addresses), peer, run);
  } catch (error) {
    return reasonOf(error);
  }
}
