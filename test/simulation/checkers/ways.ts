import { parseDuration } from "../../../emulator/lab/control/parse-duration.ts";
import type { FaultRule } from "../../../emulator/lab/faults/rule-members.ts";
import type { Milliseconds } from "../../../emulator/world/duration.ts";

/** A fault of the network, and when. */
interface Disturbance {
  readonly id: number;
  readonly rule: FaultRule;
  readonly from: Milliseconds;
  to: Milliseconds;
}

/** Kinds of faults that keep messages from arriving, or make them late. */
const ON_THE_WAY: ReadonlySet<string> = new Set(["cut", "block", "loss", "delay", "wrong-key"]);

/** What a story does to the ways between peers, as it says itself: nobody of the peers is asked. */
export class Ways {
  readonly #disturbances: Disturbance[] = [];

  began(id: number, rule: FaultRule, now: Milliseconds): void {
    if (!ON_THE_WAY.has(rule.kind)) return;
    const to = rule.until === undefined ? Infinity : now + parseDuration(rule.until);
    this.#disturbances.push({ id, rule, from: now, to });
  }

  ended(id: number, now: Milliseconds): void {
    const found = this.#disturbances.find((one) => one.id === id);
    if (found && found.to > now) found.to = now;
  }

  /** True where messages to or from one of some peers were not all carried at once since a moment. */
  disturbed(peers: readonly number[], since: Milliseconds): boolean {
    return this.#disturbances.some(({ rule, to }) => to > since && peers.some((peer) => touches(rule, peer)));
  }

  /** Since when nothing at all can pass on the database stream between two peers; undefined where it can now. */
  streamBrokenSince(a: number, b: number, now: Milliseconds): Milliseconds | undefined {
    const breaks = this.#disturbances.filter(({ rule }) => breaksStream(rule, a, b));
    let since: Milliseconds | undefined;
    for (let at = now; ;) {
      const earlier = breaks.find(({ from, to }) => from < at && to >= at);
      if (!earlier) return since;
      since = at = earlier.from;
    }
  }
}

const touches = ({ peer, other }: FaultRule, index: number): boolean =>
  peer === undefined || peer === `p${index}` || other === `p${index}`;

/** One direction is enough: a stream needs both. */
function breaksStream(rule: FaultRule, a: number, b: number): boolean {
  if (rule.kind !== "cut" && !(rule.kind === "block" && rule["service"] === "database")) return false;
  if (rule.share !== undefined || rule.every !== undefined || rule.count !== undefined) return false;
  if (rule.peer === undefined) return true;
  const [near, far] = rule.peer === `p${a}` ? [a, b] : [b, a];
  return rule.peer === `p${near}` && (rule.other === undefined || rule.other === `p${far}`);
}
