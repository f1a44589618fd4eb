import type { FaultKind } from "./fault-kind.ts";
import type { FaultRule } from "./rule-members.ts";

/** A rule as people read it: "nothing passes from expe1 to expe2, until 5m". */
export function faultWords(rule: FaultRule, kind: FaultKind): string {
  return [
    `${kind.words(rule as never)} ${placeWords(rule, kind)}`,
    rule.from && `from ${rule.from} on`,
    rule.until && `until ${rule.until}`,
    rule.share !== undefined && `${Math.round(rule.share * 10_000) / 100} % of the times`,
    rule.every !== undefined && rule.every > 1 && `each time number ${rule.every}`,
    rule.count !== undefined && `at most ${rule.count} times`,
  ]
    .filter(Boolean)
    .join(", ");
}

function placeWords({ peer, other = "everybody", direction = "both" }: FaultRule, { place }: FaultKind): string {
  if (place === "peer") return `on ${peer}`;
  if (place === "peers") return `for ${peer ?? "all peers"}`;
  if (peer === undefined) return "between everybody";
  if (direction === "out") return `from ${peer} to ${other}`;
  if (direction === "in") return `from ${other} to ${peer}`;
  return `between ${peer} and ${other}`;
}
