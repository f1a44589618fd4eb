import type { Configuration } from "../../configuration/configuration.ts";
import type { Actor } from "../../core/actor.ts";
import type { ChangeResult } from "../../core/configuration-change.ts";
import { changesTo, type FirewallRule, isSameRule, rulePath, rulesOf } from "./firewall-rule.ts";

/** Blank: the rule is in force as it is shown. */
export type RuleState = "" | "Pending" | "Pending delete";

export interface ListedRule {
  readonly row: number;
  readonly rule: FirewallRule;
  readonly state: RuleState;
}

/** The rules that are worked on and those that wait to be deleted, by priority. Administrator Guide X8.1, "Configuring firewall rules". */
export function listedRules(configuration: Configuration): readonly ListedRule[] {
  const active = rulesOf(configuration, "ActiveRule");
  const working = rulesOf(configuration, "Rule");
  const kept = [...working].map(([row, rule]): ListedRule => {
    const inForce = active.get(row);
    return { row, rule, state: inForce && isSameRule(rule, inForce) ? "" : "Pending" };
  });
  const deleted = [...active]
    .filter(([row]) => !working.has(row))
    .map(([row, rule]): ListedRule => ({ row, rule, state: "Pending delete" }));
  return [...kept, ...deleted].toSorted(
    (one, other) => Number(one.rule.Priority) - Number(other.rule.Priority) || one.row - other.row,
  );
}

/** Discards all pending changes: the working copy is what is in force. */
export const revertAll = (configuration: Configuration, actor: Actor): ChangeResult =>
  configuration.set(changesTo(configuration, "Rule", rulesOf(configuration, "ActiveRule")), actor);

/** Swaps the priorities of a rule and its neighbor in the list. @returns a refusal where the rule has none on that side */
export function moveRule(
  configuration: Configuration,
  row: number,
  direction: "up" | "down",
  actor: Actor,
): ChangeResult {
  const rules = listedRules(configuration).filter(({ state }) => state !== "Pending delete");
  const place = rules.findIndex((each) => each.row === row);
  const moved = rules[place];
  const neighbor = rules[direction === "up" ? place - 1 : place + 1];
  const path = rulePath("Rule", row, "Priority");
  if (!moved || !neighbor) return { ok: false, path, reason: `rule ${row} cannot be moved ${direction}` };
  return configuration.set(
    [
      { path, value: neighbor.rule.Priority },
      { path: rulePath("Rule", neighbor.row, "Priority"), value: moved.rule.Priority },
    ],
    actor,
  );
}
