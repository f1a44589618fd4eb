import type { Configuration } from "../../configuration/configuration.ts";
import type { ChangeResult } from "../../core/configuration-change.ts";

/** VCS Administrator Guide, "Configuring administrator groups" and "Configuring FindMe groups": not allowed in a name. */
const NOT_IN_NAMES = '/\\[]:;|=,+*?><@"';

/** Refuses names that no group of a directory can have. */
export function guardGroupNames(configuration: Configuration, list: string): void {
  configuration.guard((changes): ChangeResult => {
    for (const { path, value } of changes) {
      if (value === null || !path.startsWith(`${list} `) || !path.endsWith(" Name")) continue;
      if (value.trim() === "") return { ok: false, path, reason: "the name is blank" };
      const bad = [...value].find((character) => NOT_IN_NAMES.includes(character));
      if (bad !== undefined)
        return { ok: false, path, reason: `the name "${value}" has a ${bad}; not allowed are ${NOT_IN_NAMES}` };
    }
    return { ok: true };
  });
}
