import { configurationLists } from "../../model/configuration/index.ts";
import type { Change, ChangeResult, Configuration } from "./configuration.ts";
import type { ItemPath } from "../../model/configuration/index.ts";

const uniqueLists = configurationLists.flatMap((list) => {
  const prefix = /^(.*) \[1\.\.\d+\]$/.exec(list.path)?.[1];
  return list.uniqueItem !== undefined && prefix !== undefined ? [{ prefix, item: list.uniqueItem }] : [];
});

/** Refuses a second row with the name of another, and the setting of an item of a row that does not exist. */
export function guardRows(configuration: Configuration): void {
  configuration.guard((changes, after): ChangeResult => {
    for (const { path, value } of changes) {
      if (value === null) continue;
      const { list, index, item } = rowOf(path) ?? {};
      if (list === undefined || index === undefined) continue;
      if (item === list.item) {
        const other = configuration.rows
          .of(list.prefix)
          .find(
            (candidate) =>
              candidate !== index && after(`${list.prefix} ${candidate} ${list.item}` as ItemPath) === value,
          );
        if (other !== undefined)
          return { ok: false, path, reason: `${list.prefix} ${other} already has the name "${value}"` };
      } else if (!configuration.rows.exists(path) && !namesRow(changes, list, index)) {
        return { ok: false, path, reason: `${list.prefix} ${index} does not exist` };
      }
    }
    return { ok: true };
  });
}

function namesRow(changes: readonly Change[], list: { prefix: string; item: string }, index: number): boolean {
  return changes.some((change) => change.path === `${list.prefix} ${index} ${list.item}` && change.value !== null);
}

function rowOf(path: string): { list: { prefix: string; item: string }; index: number; item: string } | undefined {
  for (const list of uniqueLists) {
    if (!path.startsWith(`${list.prefix} `)) continue;
    const [index = "", ...rest] = path.slice(list.prefix.length + 1).split(" ");
    if (/^\d+$/.test(index)) return { list, index: Number(index), item: rest.join(" ") };
  }
  return undefined;
}
