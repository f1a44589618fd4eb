import { shippedLinks } from "../../../model/factory-rows.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Actor } from "../../core/actor.ts";
import type { AlarmCondition } from "../../core/alarm-condition.ts";
import type { CommandResult } from "../../core/command-handler.ts";
import type { Change } from "../../core/configuration-change.ts";

const LIST = "Bandwidth Link";

/** The changes that make a link in a row. */
export function linkChanges(index: number, name: string, node1: string, node2: string): Change[] {
  return [
    { path: `${LIST} ${index} Name`, value: name },
    { path: `${LIST} ${index} Node1 Name`, value: node1 },
    { path: `${LIST} ${index} Node2 Name`, value: node2 },
  ];
}

/** The row of the link with a name. */
export const linkNamed = (configuration: Configuration, name: string): number | undefined =>
  configuration.rows.of(LIST).find((index) => configuration.get(`Bandwidth Link ${index} Name`) === name);

/** Free rows of the link list, lowest first. */
export function* freeLinkRows(configuration: Configuration): Generator<number> {
  const taken = new Set(configuration.rows.of(LIST));
  for (let index = 1; index <= 3000; index++) if (!taken.has(index)) yield index;
}

/** The changes that delete every link with an end at a node. */
export function unlinkChanges(configuration: Configuration, node: string): Change[] {
  return configuration.rows
    .of(LIST)
    .filter((index) =>
      [
        configuration.get(`Bandwidth Link ${index} Node1 Name`),
        configuration.get(`Bandwidth Link ${index} Node2 Name`),
      ].includes(node),
    )
    .flatMap((index) => configuration.rows.itemsOf(LIST, index))
    .map((path) => ({ path, value: null }));
}

/** `xCommand DefaultLinksAdd`: the shipped links that are missing come back. Safe to repeat. */
export function addDefaultLinks(configuration: Configuration, actor: Actor): CommandResult {
  const present = linkNames(configuration);
  const free = freeLinkRows(configuration);
  const changes: Change[] = [];
  for (const link of shippedLinks) {
    if (present.has(link.name)) continue;
    const index = free.next().value;
    if (typeof index !== "number") return { ok: false, reason: "no more links can be added" };
    changes.push(...linkChanges(index, link.name, link.node1, link.node2));
  }
  const result = configuration.set(changes, actor);
  return result.ok ? { ok: true } : { ok: false, reason: result.reason };
}

/** A shipped link that is gone has an alarm of its own; the one to the Cluster Subzone matters in a cluster only. */
export function missingLinkConditions(configuration: Configuration, clustered: () => boolean): AlarmCondition[] {
  return shippedLinks.map((link) => ({
    alarm: link.missingAlarm,
    holds: () => {
      if ((link.node2 === "ClusterSubZone" && !clustered()) || hasLink(configuration, link.node1, link.node2))
        return undefined;
      return { facts: [`no link joins ${link.node1} and ${link.node2}`], clearedBy: "xCommand DefaultLinksAdd" };
    },
  }));
}

function linkNames(configuration: Configuration): ReadonlySet<string> {
  return new Set(configuration.rows.of(LIST).map((index) => configuration.get(`Bandwidth Link ${index} Name`)));
}

function hasLink(configuration: Configuration, node1: string, node2: string): boolean {
  return configuration.rows.of(LIST).some((index) => {
    const ends = [
      configuration.get(`Bandwidth Link ${index} Node1 Name`),
      configuration.get(`Bandwidth Link ${index} Node2 Name`),
    ];
    return ends.includes(node1) && ends.includes(node2);
  });
}
