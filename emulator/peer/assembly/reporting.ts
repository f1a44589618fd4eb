import { Commands } from "../configuration/commands/commands.ts";
import type { Part } from "../core/part.ts";
import { Alarms } from "../reporting/alarms/alarms.ts";
import { StatusTree } from "../reporting/status/status-tree.ts";
import type { Foundation } from "./foundation.ts";

/** What surfaces see of all parts together. */
export interface ReportingShown {
  readonly alarms: Alarms;
  readonly status: StatusTree;
  readonly commands: Commands;
}

/** Gathers the alarm conditions, the status and the commands of all parts. */
export function buildReporting(
  parts: readonly Part[],
  { facts, log, unimplemented, world }: Foundation,
): ReportingShown {
  return {
    alarms: new Alarms(
      parts.flatMap((part) => part.alarmConditions ?? []),
      world.clock,
      facts,
      log,
    ),
    status: new StatusTree(
      parts.flatMap((part) => (part.status ? [part.status] : [])),
      facts,
      world.clock,
    ),
    commands: new Commands(
      parts.flatMap((part) => (part.commands ? [part.commands] : [])),
      unimplemented,
    ),
  };
}
