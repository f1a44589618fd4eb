import type { Configuration } from "../../configuration/configuration.ts";
import { planRow } from "../../configuration/row-commands.ts";
import type { Actor } from "../../core/actor.ts";
import type { ChangeResult } from "../../core/configuration-change.ts";

const LIST = "Registration DenyList";

/** Puts one alias on the Deny List. */
export function denyAlias(configuration: Configuration, alias: string, actor: Actor): ChangeResult {
  const planned = planRow(configuration, LIST, {
    PatternString: alias,
    PatternType: "Exact",
    Description: "Unregistered and blocked",
  });
  return planned.ok ? configuration.set(planned.changes, actor) : { ...planned, path: LIST };
}
