import type { Configuration } from "../../configuration/configuration.ts";
import type { StatusValue, StatusValues } from "../../core/status-values.ts";
import type { ResourceKey } from "./resources.ts";

const kinds = { Link: "link", Pipe: "pipe" } as const;

/**
 * The links or the pipes of `xStatus`: names, and what calls take of each. Not in the class of that name: TypeScript 7.0.2 writes
 * its own alias of a class where a member is called like the class.
 */
export function usageStatus(
  configuration: Configuration,
  element: keyof typeof kinds,
  usage: (key: ResourceKey) => StatusValues,
): StatusValues {
  const list = `Bandwidth ${element}` as const;
  const rows = new Map<number, StatusValue>();
  for (const index of configuration.rows.of(list)) {
    const name = configuration.get(`${list} ${index} Name`);
    rows.set(index, { Name: name, Bandwidth: usage(`${kinds[element]} ${name}`) });
  }
  return rows.size > 0 ? { [element]: rows } : {};
}
