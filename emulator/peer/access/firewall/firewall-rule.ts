import {
  type FirewallListWord,
  type FirewallRuleItem,
  firewallRuleItems,
} from "../../../model/configuration/firewall.ts";
import type { ItemPath } from "../../../model/configuration/index.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Change } from "../../core/configuration-change.ts";

/** A rule as the configuration writes it, by item. */
export type FirewallRule = Readonly<Record<FirewallRuleItem, string>>;

export const rulePath = (list: FirewallListWord, row: number, item: FirewallRuleItem): ItemPath =>
  `Firewall ${list} ${row} ${item}`;

/** A rule whose items somebody reads. */
export const readRule = (read: (item: FirewallRuleItem) => string): FirewallRule =>
  Object.fromEntries(firewallRuleItems.map((item) => [item, read(item)])) as Record<FirewallRuleItem, string>;

/** The rules of a list by row, in the order of the rows. */
export function rulesOf(configuration: Configuration, list: FirewallListWord): ReadonlyMap<number, FirewallRule> {
  return new Map(
    configuration.rows
      .of(`Firewall ${list}`)
      .map((row) => [row, readRule((item) => configuration.get(rulePath(list, row, item)))]),
  );
}

/** What makes a list hold these rules and no others. */
export function changesTo(
  configuration: Configuration,
  list: FirewallListWord,
  rules: ReadonlyMap<number, FirewallRule>,
): readonly Change[] {
  const gone = configuration.rows
    .of(`Firewall ${list}`)
    .filter((row) => !rules.has(row))
    .flatMap((row) => configuration.rows.itemsOf(`Firewall ${list}`, row));
  return [
    ...gone.map((path): Change => ({ path, value: null })),
    ...[...rules].flatMap(([row, rule]) =>
      firewallRuleItems.map((item): Change => ({ path: rulePath(list, row, item), value: rule[item] })),
    ),
  ];
}

export const isSameRule = (one: FirewallRule, other: FirewallRule): boolean =>
  firewallRuleItems.every((item) => one[item] === other[item]);
