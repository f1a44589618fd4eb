import type { CommandResult } from "../../core/command-handler.ts";
import type { StatusValue } from "../../core/status-values.ts";
import type { DialPlan, MatchedRule } from "./dial-plan.ts";

/** The command names no protocol: the rules of either one count. */
const PROTOCOLS = ["H323", "SIP"] as const;

/**
 * `xCommand ZoneList`: the zones that a search from this box would ask for an alias, by priority, and the transforms that
 * would be applied. No call is made and nobody is asked. The layout of the answer is assumed.
 */
export function zoneList(plan: DialPlan, typed: string): CommandResult {
  const { alias, by } = plan.transform(typed);
  const byPriority = new Map<number, Map<number, MatchedRule>>();
  for (const protocol of PROTOCOLS) {
    for (const { priority, rules } of plan.groups({ protocol, from: "LocalZone" }, alias)) {
      const group = byPriority.get(priority) ?? new Map<number, MatchedRule>();
      byPriority.set(priority, group);
      for (const matched of rules) group.set(matched.rule.index, matched);
    }
  }
  if (byPriority.size === 0) return { ok: false, reason: `no search rule takes ${alias}` };
  const groups = [...byPriority].toSorted(([one], [other]) => one - other);
  return {
    ok: true,
    values: {
      ...(by && { Transform: { Id: by.index, Alias: alias } }),
      Priority: new Map<number, StatusValue>(
        groups.map(([priority, group]) => [priority, { Zone: numbered([...group.values()].map(zone)) }]),
      ),
    },
  };
}

function zone({ rule, wanted }: MatchedRule): StatusValue {
  return { Name: rule.target.name, Type: rule.target.type, Rule: rule.name, Alias: wanted, Protocol: rule.protocol };
}

const numbered = (values: readonly StatusValue[]): ReadonlyMap<number, StatusValue> =>
  new Map(values.map((value, place) => [place + 1, value]));
