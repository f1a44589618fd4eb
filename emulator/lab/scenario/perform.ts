import { reasonOf } from "./drivers/step-error.ts";
import type { Reply } from "./drivers/reply.ts";
import type { Action, EntryValue } from "./kinds.ts";
import { matches } from "./matches.ts";
import type { PeerSelection } from "./members.ts";
import { fillIn } from "./placeholders.ts";
import type { Run } from "./run.ts";
import type { Entry } from "./scenario.ts";

/** Something that did not come out as it had to. */
export interface Mishap {
  readonly expected: string;
  readonly seen: string;
}

/** Does what an entry says, on each of its peers in turn. Undefined when it came out as it had to. */
export async function perform({ kind, value }: Entry<Action>, run: Run): Promise<Mishap | undefined> {
  const entry = fillIn(value, run.addresses);
  try {
    if (kind.on === "lab") {
      await kind.perform(entry, run);
      return undefined;
    }
    for (const peer of run.select(entry["peer"] as PeerSelection)) {
      const mishap = judged(entry, await kind.perform(entry, peer));
      if (mishap) return { ...mishap, seen: `${peer.name}: ${mishap.seen}` };
    }
    return undefined;
  } catch (error) {
    return { expected: "it can be done", seen: reasonOf(error) };
  }
}

/** Unless the entry says otherwise a peer has to do what it is told. */
function judged({ returns, fails }: EntryValue, { ok, text }: Reply): Mishap | undefined {
  if (typeof fails === "string") {
    return !ok && matches(fails, text)
      ? undefined
      : { expected: `refused with ${fails}`, seen: `${outcome(ok)}: ${text}` };
  }
  if (!ok) return { expected: "it is done", seen: text };
  return typeof returns !== "string" || matches(returns, text) ? undefined : { expected: returns, seen: text };
}

const outcome = (ok: boolean): string => (ok ? "done" : "refused");
