import { configurationLists, type ItemPath } from "../../model/configuration/index.ts";
import type { ChangeResult } from "../core/configuration-change.ts";
import type { Configuration } from "./configuration.ts";

interface NamedList {
  /** `Zones Zone` */
  readonly prefix: string;
  /** The item that is unique in the list: `Name`. */
  readonly item: string;
}

const namedLists: readonly NamedList[] = configurationLists.flatMap((list) => {
  const prefix = /^(.*) \[1\.\.\d+\]$/.exec(list.path)?.[1];
  return list.rows === "created" && list.uniqueItem !== undefined && prefix !== undefined
    ? [{ prefix, item: list.uniqueItem }]
    : [];
});

/** Refuses a second row with the name of another, and an item of a row that has not been created. */
export function guardRows(configuration: Configuration): void {
  configuration.guard((changes, after): ChangeResult => {
    const named = new Set(changes.flatMap(({ path, value }) => (value === null ? [] : [path])));
    const taken = new Map<NamedList, ReadonlyMap<string, readonly number[]>>();
    for (const { path, value } of changes) {
      const row = value === null ? undefined : rowOf(path);
      if (!row || value === null) continue;
      const { list, index } = row;
      const namePath = `${list.prefix} ${index} ${list.item}`;
      if (path === namePath) {
        const names = taken.get(list) ?? namesAfter(configuration, list, named, after);
        taken.set(list, names);
        const other = names.get(value)?.find((one) => one !== index);
        if (other !== undefined) {
          return { ok: false, path, reason: `${list.prefix} ${other} already has the name "${value}"` };
        }
      } else if (!configuration.rows.exists(path) && !named.has(namePath)) {
        return { ok: false, path, reason: `${list.prefix} ${index} does not exist` };
      }
    }
    return { ok: true };
  });
}

/** The names that a list will have, each with its rows: gathered once for each set of changes. */
function namesAfter(
  configuration: Configuration,
  list: NamedList,
  named: ReadonlySet<string>,
  after: (path: ItemPath) => string,
): ReadonlyMap<string, readonly number[]> {
  const created = [...named].flatMap((path) => {
    const row = rowOf(path);
    return row?.list === list ? [row.index] : [];
  });
  const names = new Map<string, number[]>();
  for (const index of new Set([...configuration.rows.of(list.prefix), ...created])) {
    const name = after(`${list.prefix} ${index} ${list.item}` as ItemPath);
    if (name === "") continue;
    const rows = names.get(name);
    if (rows) rows.push(index);
    else names.set(name, [index]);
  }
  return names;
}

function rowOf(path: string): { list: NamedList; index: number } | undefined {
  for (const list of namedLists) {
    if (!path.startsWith(`${list.prefix} `)) continue;
    const index = Number.parseInt(path.slice(list.prefix.length + 1), 10);
    if (index > 0) return { list, index };
  }
  return undefined;
}
