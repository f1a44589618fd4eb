import type { Configuration } from "../../configuration/configuration.ts";
import type { Actor } from "../../core/actor.ts";
import type { Change, ChangeResult } from "../../core/configuration-change.ts";

const LIST = "Policy AdministratorPolicy Rule";

/** Has a new rule come last. */
export function placeNewRulesLast(configuration: Configuration): void {
  configuration.accompany(LIST, {
    onAdd: (index) => {
      const places = callPolicyRules(configuration).map((rule) => placeOf(configuration, rule));
      return [{ path: `${LIST} ${index} Place`, value: String(Math.max(0, ...places) + 1) }];
    },
  });
}

export const placeOf = (configuration: Configuration, rule: number): number =>
  configuration.integer(`${LIST} ${rule} Place`);

/** The rules by their indices, in the order in which they are tried. */
export const callPolicyRules = (configuration: Configuration): readonly number[] =>
  configuration.rows.of(LIST).toSorted((a, b) => placeOf(configuration, a) - placeOf(configuration, b) || a - b);

/**
 * Has a rule and its neighbour change places. All rules are numbered anew with it, so that two that were given the same place
 * by the command line come apart.
 */
export function moveRule(configuration: Configuration, rule: number, by: -1 | 1, actor: Actor): ChangeResult {
  const rules = [...callPolicyRules(configuration)];
  const from = rules.indexOf(rule);
  const other = rules[from + by];
  if (from < 0 || other === undefined) {
    const edge = by < 0 ? "first" : "last";
    return { ok: false, path: LIST, reason: from < 0 ? `there is no rule ${rule}` : `it is the ${edge} rule already` };
  }
  rules[from] = other;
  rules[from + by] = rule;
  const changes = rules.map((each, place): Change => ({ path: `${LIST} ${each} Place`, value: String(place + 1) }));
  return configuration.set(changes, actor);
}
